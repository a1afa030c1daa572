package org.puente.registry.editing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.puente.contracts.Mandate;
import org.puente.platform.json.Json;
import org.puente.platform.problems.FieldError;
import org.puente.registry.forms.InstitutionForm;
import org.puente.registry.forms.OfferForm;
import org.puente.registry.forms.Samples;

class MandatePolicyTest {
    private static InstitutionForm doing(Mandate... mandates) {
        return Json.read(
                Samples.with(Samples.institution(), "/does", Json.write(mandates))
                        .toString(),
                InstitutionForm.class);
    }

    private static OfferForm offer(String category) {
        return Json.read(
                Samples.with(Samples.offer(), "/category", Json.write(category)).toString(), OfferForm.class);
    }

    @ParameterizedTest
    @EnumSource(
            value = Mandate.class,
            names = {"FOLLOW_UP", "CHILD_PROTECTION"})
    void someMandatesAreGivenByTheNodesAuthorityAlone(Mandate mandate) {
        assertThat(MandatePolicy.faults(doing(mandate), Set.of()))
                .containsExactly(FieldError.of("/does/0", "mandate-is-given"));
    }

    @ParameterizedTest
    @EnumSource(
            value = Mandate.class,
            names = {"FOLLOW_UP", "CHILD_PROTECTION"})
    void aGivenMandateStays(Mandate mandate) {
        assertThat(MandatePolicy.faults(doing(mandate), Set.of(mandate))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Mandate.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"FOLLOW_UP", "CHILD_PROTECTION"})
    void anInstitutionStatesWhatElseItDoes(Mandate mandate) {
        assertThat(MandatePolicy.faults(doing(mandate), Set.of())).isEmpty();
    }

    @Test
    void namesTheMandatesThatAreMissing() {
        assertThat(MandatePolicy.faults(doing(Mandate.FOLLOW_UP, Mandate.CHILD_PROTECTION), Set.of(Mandate.FOLLOW_UP)))
                .isEqualTo(List.of(FieldError.of("/does/1", "mandate-is-given")));
    }

    @Test
    void onlyAProtectionAuthorityOffersProtectionOfChildren() {
        assertThat(MandatePolicy.faults(offer("child-protection"), Set.of(Mandate.FOLLOW_UP)))
                .containsExactly(FieldError.of("/category", "mandate-is-given"));
        assertThat(MandatePolicy.faults(offer("child-protection"), Set.of(Mandate.CHILD_PROTECTION)))
                .isEmpty();
    }

    @Test
    void anyInstitutionMakesOtherOffers() {
        assertThat(MandatePolicy.faults(offer("employment"), Set.of())).isEmpty();
    }
}
