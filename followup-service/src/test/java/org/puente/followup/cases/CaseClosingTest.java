package org.puente.followup.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.puente.followup.cases.Sample.SOON;
import static org.puente.followup.cases.Sample.at;
import static org.puente.followup.cases.Sample.consent;
import static org.puente.followup.cases.Sample.goingTo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.puente.contracts.ClosureReason;
import org.puente.contracts.FollowUpFact;
import org.puente.contracts.FollowUpFact.CaseClosed;
import org.puente.contracts.FollowUpFact.Completed;
import org.puente.contracts.FollowUpFact.Planned;
import org.puente.contracts.VisitOutcome;
import org.puente.followup.dossiers.Permission;

/** When a case is closed, and why; what is dropped then, and what goes on. */
class CaseClosingTest {
    private final CaseFile file = goingTo("HN-CR");

    @Test
    void closesWithTheErasureWhateverConsentStands() {
        List<Consent> consents = List.of(consent(null, "node"));
        file.settle(consents, at(SOON));
        file.erasedAt = Sample.REGISTERED_AT;
        assertThat(file.settle(consents, at(SOON)))
                .extracting(fact -> ((CaseClosed) fact).reason())
                .containsExactly(ClosureReason.OTHER);
        assertThat(file.permission(consents, Sample.RETURNED_ON)).isEqualTo(Permission.none(file.id));
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
