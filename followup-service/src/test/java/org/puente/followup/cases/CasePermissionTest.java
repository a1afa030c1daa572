package org.puente.followup.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.puente.followup.cases.Sample.SOON;
import static org.puente.followup.cases.Sample.at;
import static org.puente.followup.cases.Sample.consent;
import static org.puente.followup.cases.Sample.goingTo;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.puente.followup.dossiers.Permission;

/** Until when a case lets the dossier of its person be. */
class CasePermissionTest {
    private final CaseFile file = goingTo("HN-CR");

    @Test
    void letsADossierBeAsLongAsTheLatestConsentHolds() {
        List<Consent> consents =
                List.of(consent(LocalDate.parse("2026-02-01"), "node"), consent(LocalDate.parse("2026-08-01"), "node"));
        file.settle(consents, at(SOON));
        assertThat(file.permission(consents, at(SOON).today()).until()).isEqualTo("2026-08-01");
    }

    @Test
    void letsADossierWaitForAnOfficeThatTheConsentWillCover() {
        List<Consent> consents = List.of(consent(null, "mex-stps"));
        file.settle(consents, at(SOON));
        assertThat(file.permission(consents, at(SOON).today()).until()).isEqualTo("infinity");
    }

    @Test
    void letsNoDossierBeThatIsOlderThanTheWithdrawal() {
        Consent consent = consent(null, "node");
        file.settle(List.of(consent), at(SOON));
        consent.withdrawn = true;
        file.settle(List.of(consent), at(SOON));
        assertThat(file.permission(List.of(consent), at(SOON).today()))
                .isEqualTo(Permission.without(file.id, consent.at));
    }

    @Test
    void letsNoDossierBeWhereTheLastFollowUpIsOver() {
        List<Consent> consents = List.of(consent(null, "node"));
        file.settle(consents, at(SOON));
        file.followUps().forEach(FollowUp::miss);
        assertThat(file.permission(consents, at(SOON).today())).isEqualTo(Permission.none(file.id));
    }
}
