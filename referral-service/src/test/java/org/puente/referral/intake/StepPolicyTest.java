package org.puente.referral.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.puente.referral.referrals.ReferralFixture.ISSUED_AT;
import static org.puente.referral.referrals.ReferralFixture.ISSUER;
import static org.puente.referral.referrals.ReferralFixture.RECIPIENT;
import static org.puente.referral.referrals.ReferralFixture.referral;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.puente.contracts.CaseId;
import org.puente.contracts.InstitutionId;
import org.puente.contracts.ReferralFact;
import org.puente.contracts.Side;
import org.puente.platform.inbox.FactRefused;
import org.puente.referral.referrals.ChangeOrigin;
import org.puente.referral.referrals.RecordedFact;
import org.puente.referral.referrals.Referral;

class StepPolicyTest {
    private static final Instant NOW = ISSUED_AT.plus(Duration.ofDays(3));

    private final Referral referral = referral();

    @Test
    void aNodeTakesTheStepsOfItsSide() {
        ReferralFact accepted = accepted(RECIPIENT.institution());
        assertThat(StepPolicy.side(referral, RECIPIENT.node(), accepted)).contains(Side.RECIPIENT);
        assertThat(StepPolicy.side(referral, ISSUER.node(), accepted(ISSUER.institution())))
                .isEmpty();
    }

    @Test
    void aNodeTakesNoStepForAnInstitutionOfAnother() {
        assertThat(StepPolicy.side(referral, RECIPIENT.node(), accepted(ISSUER.institution())))
                .isEmpty();
    }

    @Test
    void aStepOfTheCaseIsRecorded() {
        assertThat(refusal(accepted(RECIPIENT.institution()))).isEmpty();
    }

    @Test
    void aStepOfAnotherCaseIsRefused() {
        ReferralFact other =
                new ReferralFact.Accepted(referral.id(), new CaseId(UUID.randomUUID()), RECIPIENT.institution(), NOW);
        assertThat(refusal(other)).contains("foreign-case");
    }

    @Test
    void aSidePublishesSoManyFactsOfAReferralAtMost() {
        fill();
        assertThat(refusal(scheduled(0))).contains("too-many-facts");
    }

    @Test
    void whatThisNodeItselfPublishedIsRecordedHoweverMuchItIs() {
        fill();
        assertThat(StepPolicy.refusal(referral, step(scheduled(0)), ChangeOrigin.RECOVERED, NOW))
                .isEmpty();
    }

    @Test
    void nobodyHasMissedAnAppointmentThatIsStillToCome() {
        record(scheduled(7));
        assertThat(refusal(missed(NOW))).contains("said-too-early");
        assertThat(refusal(missed(NOW.plus(Duration.ofDays(8))), NOW.plus(Duration.ofDays(8))))
                .isEmpty();
    }

    @Test
    void aClockThatIsFarAheadMakesNoAppointmentOver() {
        record(scheduled(7));
        assertThat(refusal(missed(NOW.plus(Duration.ofDays(8))))).contains("said-too-early");
    }

    private void fill() {
        for (int i = 0; i < StepPolicy.MAX_FACTS; i++) {
            record(scheduled(i));
        }
    }

    private void record(ReferralFact fact) {
        referral.record(step(fact), NOW);
    }

    private ReferralFact accepted(InstitutionId by) {
        return new ReferralFact.Accepted(referral.id(), referral.caseId(), by, NOW);
    }

    private ReferralFact scheduled(int days) {
        Instant appointment = NOW.plus(Duration.ofDays(days));
        return new ReferralFact.Scheduled(referral.id(), referral.caseId(), RECIPIENT.institution(), NOW, appointment);
    }

    private ReferralFact missed(Instant at) {
        return new ReferralFact.Missed(referral.id(), referral.caseId(), RECIPIENT.institution(), at);
    }

    private static RecordedFact step(ReferralFact fact) {
        return new RecordedFact(UUID.randomUUID(), Side.RECIPIENT, fact);
    }

    private Optional<String> refusal(ReferralFact fact) {
        return refusal(fact, NOW);
    }

    private Optional<String> refusal(ReferralFact fact, Instant now) {
        return StepPolicy.refusal(referral, step(fact), ChangeOrigin.OTHER_NODE, now)
                .map(FactRefused::cause);
    }
}
