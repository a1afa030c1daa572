package org.puente.referral.referrals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.puente.contracts.FailureReason;
import org.puente.contracts.InstitutionId;
import org.puente.contracts.ReferralFact;
import org.puente.contracts.ReferralId;
import org.puente.platform.testing.Wire;
import org.puente.referral.ReferralServiceTestBase;
import org.puente.referral.RegionFacts;
import org.puente.referral.Rows;

/** What a service refuses its own institutions, another node may publish all the same. */
@QuarkusTest
class SaidTooEarlyTest extends ReferralServiceTestBase {
    private static final InstitutionId RECIPIENT = new InstitutionId("hnd-work");
    private static final Instant NOW = Instant.now();

    private Arrived person;
    private String referral;

    @BeforeEach
    void anAppointmentIsMade() {
        person = arrived();
        referral = issued(person, published(RegionFacts.offer(offerId("hnd"), null, LONG)));
        publish(new ReferralFact.Accepted(id(), person.caseId(), RECIPIENT, NOW));
        publish(new ReferralFact.Scheduled(
                id(), person.caseId(), RECIPIENT, NOW.plusSeconds(1), NOW.plus(Duration.ofDays(3))));
        await().atMost(SOON).until(() -> "scheduled".equals(status(referral)));
    }

    private ReferralId id() {
        return new ReferralId(java.util.UUID.fromString(referral));
    }

    private static void publish(ReferralFact fact) {
        Wire.publish("hnd", "referral", "gtm", fact);
    }

    private void awaitPutAside(String type) {
        String count = "select count(*) from dead_letter where record_key = '%s' and cause =" + " 'said-too-early'";
        await().atMost(SOON).until(() -> "1".equals(Rows.read(count.formatted(referral))));
        assertThat(status(referral)).as(type).isEqualTo("scheduled");
    }

    @Test
    void nobodyHasMissedAnAppointmentThatWasToCome() {
        publish(new ReferralFact.Missed(id(), person.caseId(), RECIPIENT, NOW.plusSeconds(2)));
        awaitPutAside("missed");
    }

    @Test
    void norIsItMissedByAClockOfAnotherYear() {
        publish(new ReferralFact.Missed(id(), person.caseId(), RECIPIENT, NOW.plus(Duration.ofDays(400))));
        awaitPutAside("missed");
    }

    @Test
    void nobodyFailedToComeToAnAppointmentThatWasToCome() {
        publish(new ReferralFact.Failed(id(), person.caseId(), RECIPIENT, NOW.plusSeconds(2), FailureReason.NO_SHOW));
        awaitPutAside("failed");
    }
}
