package org.puente.registry.editing;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.puente.contracts.ChildAlone;
import org.puente.contracts.Mandate;
import org.puente.platform.problems.FieldError;
import org.puente.registry.forms.InstitutionForm;
import org.puente.registry.forms.OfferForm;

/**
 * Mandates that an institution can't give itself, since the mandate alone decides that people come
 * to it: an office that follows up reads whom to visit, and a child alone goes to a protection
 * authority first.
 */
final class MandatePolicy {
    static final Set<Mandate> GIVEN = EnumSet.of(Mandate.FOLLOW_UP, Mandate.CHILD_PROTECTION);

    private MandatePolicy() {}

    /**
     * @param has the mandates that the institution has
     * @return a fault for each mandate of the form that the institution hasn't been given
     */
    static List<FieldError> faults(InstitutionForm form, Set<Mandate> has) {
        List<Mandate> wanted = form.does() == null ? List.of() : form.does();
        return IntStream.range(0, wanted.size())
                .filter(i -> GIVEN.contains(wanted.get(i)) && !has.contains(wanted.get(i)))
                .mapToObj(i -> notGiven("/does/" + i))
                .toList();
    }

    /**
     * @param has the mandates of the institution that makes the offer
     * @return a fault if only a protection authority may make the offer, and the institution is none
     */
    static List<FieldError> faults(OfferForm form, Set<Mandate> has) {
        return ChildAlone.CHILD_PROTECTION.equals(form.category()) && !has.contains(Mandate.CHILD_PROTECTION)
                ? List.of(notGiven("/category"))
                : List.of();
    }

    private static FieldError notGiven(String pointer) {
        return FieldError.of(pointer, "mandate-is-given");
    }
}
