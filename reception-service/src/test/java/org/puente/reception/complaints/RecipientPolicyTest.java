package org.puente.reception.complaints;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.puente.contracts.InstitutionId;

class RecipientPolicyTest {
    private static final InstitutionId OMBUDSMAN = new InstitutionId("gtm-pdh");
    private static final InstitutionId SECOND = new InstitutionId("gtm-pgn");
    private static final InstitutionId DESK = new InstitutionId("gtm-igm");
    private static final InstitutionId SERVICE = new InstitutionId("mex-salud");

    @Test
    void choosesTheFirstOfTheList() {
        assertThat(RecipientPolicy.choose(List.of(OMBUDSMAN, SECOND), SERVICE, DESK))
                .contains(OMBUDSMAN);
    }

    @Test
    void neverChoosesWhomTheComplaintIsAbout() {
        assertThat(RecipientPolicy.choose(List.of(OMBUDSMAN, SECOND), OMBUDSMAN, DESK))
                .contains(SECOND);
    }

    @Test
    void neverChoosesTheDeskOfTheCase() {
        assertThat(RecipientPolicy.choose(List.of(OMBUDSMAN, SECOND), SERVICE, OMBUDSMAN))
                .contains(SECOND);
    }

    @Test
    void choosesNobodyWhereNobodyIsIndependent() {
        assertThat(RecipientPolicy.choose(List.of(OMBUDSMAN, DESK), OMBUDSMAN, DESK))
                .isEmpty();
    }

    @Test
    void choosesNobodyFromAnEmptyList() {
        assertThat(RecipientPolicy.choose(List.of(), SERVICE, DESK)).isEmpty();
    }
}
