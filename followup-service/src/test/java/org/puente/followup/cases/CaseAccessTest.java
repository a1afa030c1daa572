package org.puente.followup.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.puente.contracts.InstitutionId;
import org.puente.contracts.VisitOutcome;

/** Who may see a case, its plan and whom to visit. */
class CaseAccessTest {
    private static final InstitutionId STRANGER = new InstitutionId("hnd-other");
    private static final Situation NOW = Sample.at("2026-01-11T12:00:00Z");

    private final CaseFile file = Sample.goingTo("HN-CR");
    private final Consent consent = Sample.consent(null, "node");

    @BeforeEach
    void followed() {
        file.settle(List.of(consent), NOW);
    }

    @Test
    void aCaseConcernsWhoRegisteredIt() {
        assertThat(file.plan(Sample.RECEPTION)).isPresent();
    }

    @Test
    void aCaseConcernsWhoFollowsItUp() {
        assertThat(file.plan(Sample.MUNICIPAL)).isPresent();
    }

    @Test
    void aCaseConcernsNoOtherInstitution() {
        assertThat(file.plan(STRANGER)).isEmpty();
    }

    @Test
    void aCaseDoesNotConcernACallerWithoutInstitution() {
        assertThat(file.plan(null)).isEmpty();
    }

    @Test
    void whoHadAFollowUpSeesThatOneAlone() {
        FollowUp first = file.followUps().getFirst();
        file.visited(
                first, new Visit(Instant.parse("2026-02-09T15:00:00Z"), VisitOutcome.REACHED, null, null, List.of()));
        file.settle(List.of(Sample.consent(null, "hnd-inm")), NOW);
        assertThat(file.plan(Sample.MUNICIPAL).orElseThrow().items())
                .extracting(FollowUpView::followUpId)
                .containsExactly(first.id());
    }

    @Test
    void anOfficeMayVisitForAnOpenFollowUpUnderAConsent() {
        assertThat(mayBeVisited()).isTrue();
    }

    @Test
    void nobodyMayVisitForAFollowUpThatIsOver() {
        file.followUps().getFirst().miss();
        assertThat(mayBeVisited()).isFalse();
    }

    @Test
    void nobodyMayVisitWithoutAConsent() {
        consent.withdrawn = true;
        assertThat(mayBeVisited()).isFalse();
    }

    private boolean mayBeVisited() {
        return file.followUps().getFirst().mayBeVisited(new KnownConsents(List.of(consent)), NOW);
    }
}
