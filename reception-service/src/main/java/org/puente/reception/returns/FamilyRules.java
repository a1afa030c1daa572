package org.puente.reception.returns;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.puente.platform.problems.FieldError;

/**
 * Rules for who is responsible for a child, and for relatives who stayed behind, as far as a registration shows them by
 * itself. Whether the adults are of the same household is for {@code ResponsibleAdults}.
 */
final class FamilyRules {
    private final List<FieldError> errors = new ArrayList<>();

    private FamilyRules() {}

    /**
     * @param of its age is known to be right
     * @param today in the node's time zone
     */
    static List<FieldError> broken(Registration of, LocalDate today) {
        FamilyRules rules = new FamilyRules();
        rules.responsible(of);
        for (int i = 0; i < of.relatives().size(); i++) {
            rules.relative(of.relatives().get(i), "/relatives/" + i, today);
        }
        return rules.errors;
    }

    private void responsible(Registration of) {
        boolean anybody = !of.responsible().isEmpty();
        if (!of.child() && (anybody || of.nobodyResponsible() != null)) {
            wrong(anybody ? "/responsible" : "/nobodyResponsible", "responsible-for-adult");
        } else if (anybody && of.withoutAdult()) {
            wrong("/nobodyResponsible", "responsible-and-nobody");
        } else if (anybody && of.household() == null) {
            wrong("/household", "responsible-without-household");
        } else if (of.responsible().stream()
                        .map(ResponsibleAdult::caseId)
                        .distinct()
                        .count()
                < of.responsible().size()) {
            wrong("/responsible", "responsible-twice");
        }
    }

    private void relative(Relative relative, String pointer, LocalDate today) {
        if (relative.givenNames() == null && relative.familyNames() == null) {
            wrong(pointer + "/givenNames", "relative-name-missing");
        }
        if (relative.birthDate() != null && relative.ageYears() != null) {
            wrong(pointer + "/ageYears", "relative-birth-and-age");
        } else if (relative.birthDate() != null && relative.birthDate().isAfter(today)) {
            wrong(pointer + "/birthDate", "in-the-future");
        }
        if (relative.place() != null) {
            errors.addAll(PlaceRules.broken(relative.place(), pointer + "/place"));
        }
    }

    private void wrong(String pointer, String code) {
        errors.add(FieldError.of(pointer, code));
    }
}
