package org.puente.reception.returns;

import java.util.ArrayList;
import java.util.List;
import org.puente.platform.problems.FieldError;

/** Rules for what is recorded of somebody in danger: the places of danger, and how to contact them safely. */
final class DangerRules {
    private static final String CONTACT = "/person/safeContact";

    private DangerRules() {}

    static List<FieldError> broken(Registration of) {
        List<FieldError> errors = new ArrayList<>();
        if (of.restricted() != null) {
            List<Registration.Destination> places = of.restricted().dangerPlaces();
            for (int i = 0; i < places.size(); i++) {
                errors.addAll(PlaceRules.broken(places.get(i), "/restricted/dangerPlaces/" + i));
            }
        }
        if (of.person().safeContact() != null) {
            contact(of.person(), of.person().safeContact(), errors);
        }
        return errors;
    }

    private static void contact(Person person, SafeContact contact, List<FieldError> errors) {
        if (contact.from() == null != (contact.to() == null)) {
            errors.add(FieldError.of(CONTACT + (contact.to() == null ? "/to" : "/from"), "safe-hours-incomplete"));
        } else if (contact.from() != null && contact.from().equals(contact.to())) {
            errors.add(FieldError.of(CONTACT + "/to", "safe-hours-empty"));
        }
        if (person.phones().isEmpty() && contact.ways().stream().anyMatch(ContactWay::needsPhone)) {
            errors.add(FieldError.of(CONTACT + "/ways", "safe-way-without-phone"));
        }
    }
}
