package org.puente.followup.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.puente.followup.cases.Sample.SOON;
import static org.puente.followup.cases.Sample.at;
import static org.puente.followup.cases.Sample.consent;
import static org.puente.followup.cases.Sample.goingTo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.puente.contracts.CaseId;
import org.puente.contracts.ConsentPurpose;
import org.puente.contracts.FollowUpFact;
import org.puente.contracts.FollowUpFact.Due;
import org.puente.contracts.FollowUpFact.Planned;
import org.puente.contracts.FollowUpId;

/** Which visits of a case are planned, when, and by which office. */
class CaseFileTest {
    private final CaseFile file = goingTo("HN-CR");

    @Test
    void plansNothingWithoutConsent() {
        assertThat(file.settle(List.of(), at(SOON))).isEmpty();
    }

    @Test
    void plansNothingOnAConsentForOtherPurposes() {
        Consent other = consent(List.of(ConsentPurpose.REFERRAL), null, "region");
        assertThat(file.settle(List.of(other), at(SOON))).isEmpty();
    }

    @Test
    void plansEveryIntervalOnceConsentIsThere() {
        assertThat(file.settle(List.of(consent(null, "node")), at(SOON)))
                .extracting(fact -> ((Planned) fact).dueOn().toString())
                .containsExactly("2026-02-09", "2026-04-10", "2026-07-09", "2027-01-10");
    }

    @Test
    void publishesNothingNewWhenNothingIsNew() {
        List<Consent> consents = List.of(consent(null, "node"));
        file.settle(consents, at(SOON));
        assertThat(file.settle(consents, at(SOON))).isEmpty();
    }

    @Test
    void plansNotWhatWouldBeOverByNow() {
        assertThat(file.settle(List.of(consent(null, "node")), at("2026-05-11T12:00:00Z")))
                .hasSize(2);
    }

    @Test
    void plansForTheOfficeWhereThePersonGoes() {
        assertThat(file.settle(List.of(consent(null, "node")), at(SOON)))
                .extracting(FollowUpFact::institution)
                .containsOnly(Sample.MUNICIPAL);
    }

    @Test
    void plansForTheRegisteringInstitutionWhereThereIsNoOffice() {
        assertThat(goingTo("HN-GD").settle(List.of(consent(null, "node")), at(SOON)))
                .extracting(FollowUpFact::institution)
                .containsOnly(Sample.RECEPTION);
    }

    @Test
    void plansForNobodyWhomTheConsentDoesNotName() {
        assertThat(file.settle(List.of(consent(null, "hnd-inm")), at(SOON)))
                .extracting(FollowUpFact::institution)
                .containsOnly(Sample.RECEPTION);
    }

    @Test
    void plansNothingForAReturnThatIsErased() {
        file.erasedAt = Sample.REGISTERED_AT;
        assertThat(file.settle(List.of(consent(null, "node")), at(SOON))).isEmpty();
    }

    @Test
    void movesWhatIsToComeWithTheDestination() {
        List<Consent> consents = List.of(consent(null, "node"));
        file.settle(consents, at(SOON));
        file.subdivision = "HN-GD";
        assertThat(file.settle(consents, at(SOON)))
                .hasSize(4)
                .extracting(FollowUpFact::institution)
                .containsOnly(Sample.RECEPTION);
    }

    @Test
    void leavesWhatIsDueWhereItIs() {
        List<Consent> consents = List.of(consent(null, "node"));
        file.settle(consents, at(SOON));
        makeFirstDue();
        file.subdivision = "HN-GD";
        file.settle(consents, at(SOON));
        assertThat(file.followUps().getFirst().institution()).isEqualTo(Sample.MUNICIPAL);
    }

    @Test
    void movesWhatIsDueFromAnOfficeThatTheConsentNoLongerCovers() {
        file.settle(List.of(consent(null, "node")), at(SOON));
        makeFirstDue();
        assertThat(file.settle(List.of(consent(null, "hnd-inm")), at(SOON)))
                .filteredOn(Due.class::isInstance)
                .extracting(FollowUpFact::institution)
                .containsExactly(Sample.RECEPTION);
    }

    @Test
    void movesWhatIsDueWhenTheDestinationIsWithheld() {
        List<Consent> consents = List.of(consent(null, "node"));
        file.settle(consents, at(SOON));
        makeFirstDue();
        file.country = null;
        file.subdivision = null;
        file.settle(consents, at(SOON));
        assertThat(file.followUps().getFirst().institution()).isEqualTo(Sample.RECEPTION);
    }

    @Test
    void countsAnewFromACorrectedDayOfReturn() {
        List<Consent> consents = List.of(consent(null, "node"));
        file.settle(consents, at(SOON));
        file.returnedOn = LocalDate.parse("2026-01-09");
        file.settle(consents, at(SOON));
        assertThat(file.followUps().getFirst().view().dueOn()).isEqualTo("2026-02-08");
    }

    @Test
    void addsSafetyChecksWhenTheCaseTurnsOutToBeOfHighRisk() {
        List<Consent> consents = List.of(consent(null, "node"));
        file.settle(consents, at(SOON));
        file.highRisk = true;
        assertThat(file.settle(consents, at(SOON))).hasSize(2);
    }

    @Test
    void keepsAPlanWhenThePolicyChanges() {
        List<Consent> consents = List.of(consent(null, "node"));
        file.settle(consents, at(SOON));
        Policy other = Sample.policy(List.of("P45D"), List.of());
        assertThat(file.settle(consents, at(Instant.parse(SOON), other))).isEmpty();
    }

    @Test
    void publishesFromWhenAVisitCounts() {
        file.settle(List.of(consent(null, "node")), at(SOON));
        assertThat(file.followUps().getFirst().readiness(Instant.parse("2026-02-02T05:59:59Z")))
                .isEqualTo(new Readiness.TooEarly(Instant.parse("2026-02-02T06:00:00Z")));
    }

    private void makeFirstDue() {
        FollowUp first = file.followUps().getFirst();
        first.restore(
                new Due(new CaseId(file.id), first.institution(), Instant.parse(SOON), new FollowUpId(first.id())));
    }
}
