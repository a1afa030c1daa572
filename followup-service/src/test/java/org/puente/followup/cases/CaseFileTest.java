package org.puente.followup.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.puente.followup.cases.Sample.at;
import static org.puente.followup.cases.Sample.consent;
import static org.puente.followup.cases.Sample.goingTo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.puente.contracts.CaseId;
import org.puente.contracts.ClosureReason;
import org.puente.contracts.ConsentPurpose;
import org.puente.contracts.FollowUpFact;
import org.puente.contracts.FollowUpFact.CaseClosed;
import org.puente.contracts.FollowUpFact.Completed;
import org.puente.contracts.FollowUpFact.Due;
import org.puente.contracts.FollowUpFact.Planned;
import org.puente.contracts.FollowUpId;
import org.puente.contracts.VisitOutcome;
import org.puente.followup.dossiers.Permission;

class CaseFileTest {
    private static final String SOON = "2026-01-10T18:01:00Z";
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
    void closesTheCaseAsRefusedWhenConsentIsWithdrawn() {
        assertThat(closedByWithdrawal())
                .singleElement()
                .extracting(fact -> ((CaseClosed) fact).reason())
                .isEqualTo(ClosureReason.REFUSED);
    }

    @Test
    void dropsWhatWasPlannedWhenConsentIsWithdrawn() {
        closedByWithdrawal();
        assertThat(file.followUps()).extracting(FollowUp::status).containsOnly(FollowUpStatus.DROPPED);
    }

    @Test
    void goesOnWhileAnotherConsentStands() {
        Consent gone = consent(null, "node");
        Consent standing = consent(null, "node");
        file.settle(List.of(gone, standing), at(SOON));
        gone.withdrawn = true;
        assertThat(file.settle(List.of(gone, standing), at(SOON))).isEmpty();
    }

    @Test
    void holdsOnTheLastDayOfAConsent() {
        file.settle(List.of(consent(LocalDate.parse("2026-02-01"), "node")), at(SOON));
        // Still 1 February in Honduras.
        assertThat(file.stale(at("2026-02-02T05:59:59Z").today())).isFalse();
    }

    @Test
    void closesTheCaseForAnotherReasonWhenConsentIsOver() {
        List<Consent> consents = List.of(consent(LocalDate.parse("2026-02-01"), "node"));
        file.settle(consents, at(SOON));
        assertThat(file.settle(consents, at("2026-02-02T06:00:00Z")))
                .singleElement()
                .extracting(fact -> ((CaseClosed) fact).reason())
                .isEqualTo(ClosureReason.OTHER);
    }

    @Test
    void takesTheLatestEndOfSeveralConsents() {
        file.settle(
                List.of(consent(LocalDate.parse("2026-02-01"), "node"), consent(LocalDate.parse("2026-08-01"), "node")),
                at(SOON));
        assertThat(Stream.of("2026-08-01", "2026-08-02").map(LocalDate::parse).map(file::stale))
                .containsExactly(false, true);
    }

    @Test
    void plansAgainWhatIsStillToComeWhenConsentIsGivenAnew() {
        closedByWithdrawal();
        assertThat(file.settle(List.of(consent(null, "node")), at("2026-03-20T12:00:00Z")))
                .extracting(fact -> ((Planned) fact).dueOn().toString())
                .containsExactly("2026-04-10", "2026-07-09", "2027-01-10");
    }

    @Test
    void closesTheCaseWhenThePersonDied() {
        assertThat(visited(VisitOutcome.DECEASED))
                .last()
                .extracting(fact -> ((CaseClosed) fact).reason())
                .isEqualTo(ClosureReason.DECEASED);
    }

    @Test
    void dropsWhatIsOpenWhenThePersonLeftAgain() {
        visited(VisitOutcome.REMIGRATED);
        assertThat(file.followUps())
                .extracting(FollowUp::status)
                .containsExactly(
                        FollowUpStatus.COMPLETED,
                        FollowUpStatus.DROPPED,
                        FollowUpStatus.DROPPED,
                        FollowUpStatus.DROPPED);
    }

    @Test
    void takesNoConsentForAReasonToVisitTheDead() {
        visited(VisitOutcome.DECEASED);
        assertThat(file.settle(List.of(consent(null, "node")), at(SOON))).isEmpty();
    }

    @Test
    void goesOnAfterAVisitThatWasRefused() {
        assertThat(visited(VisitOutcome.REFUSED)).singleElement().isInstanceOf(Completed.class);
    }

    @Test
    void publishesFromWhenAVisitCounts() {
        file.settle(List.of(consent(null, "node")), at(SOON));
        assertThat(file.followUps().getFirst().readiness(Instant.parse("2026-02-02T05:59:59Z")))
                .isEqualTo(new Readiness.TooEarly(Instant.parse("2026-02-02T06:00:00Z")));
    }

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

    private void makeFirstDue() {
        FollowUp first = file.followUps().getFirst();
        first.restore(
                new Due(new CaseId(file.id), first.institution(), Instant.parse(SOON), new FollowUpId(first.id())));
    }

    private List<FollowUpFact> closedByWithdrawal() {
        Consent consent = consent(null, "node");
        file.settle(List.of(consent), at(SOON));
        consent.withdrawn = true;
        return file.settle(List.of(consent), at(SOON));
    }

    private List<FollowUpFact> visited(VisitOutcome outcome) {
        file.settle(List.of(consent(null, "node")), at(SOON));
        Instant day = Instant.parse("2026-02-09T15:00:00Z");
        return file.visited(file.followUps().getFirst(), new Visit(day, outcome, null, null, List.of()));
    }
}
