package org.puente.referral.referrals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.puente.contracts.ReferralFact;
import org.puente.contracts.ReferralNote;
import org.puente.contracts.WithdrawalReason;
import org.puente.platform.testing.Wire;
import org.puente.referral.ReferralServiceTestBase;
import org.puente.referral.RegionFacts;
import org.puente.referral.Rows;

/** A node may publish a note as often as it likes; only what is new in it is listed. */
@QuarkusTest
class RepeatedNotesTest extends ReferralServiceTestBase {
    private static final String TOLD = "select count(*) from (select referral_id, type from box_news union all"
            + " select referral_id, type from box_change) listed"
            + " where referral_id = '%s' and type like '%%%s%%'";

    private ReferralFact.Issued referral;

    @BeforeEach
    void aReferralIsReceived() {
        referral = receivedFromHonduras(
                published(RegionFacts.offer(offerId("gtm"), null, LONG)),
                Instant.now().plusSeconds(3600));
    }

    private void remind(int seconds) {
        Wire.publish(
                "hnd",
                "referral",
                "gtm",
                new ReferralNote.Reminded(
                        referral.referralId(),
                        referral.caseId(),
                        referral.institution(),
                        Instant.now().plusSeconds(seconds),
                        referral.answerBy()));
    }

    private String listed(String type) {
        return Rows.read(TOLD.formatted(referral.referralId(), type));
    }

    @Test
    void aReminderIsReportedOnce() {
        for (int i = 0; i < 5; i++) {
            remind(i);
        }
        Wire.publish(
                "hnd",
                "referral",
                "gtm",
                new ReferralFact.Withdrawn(
                        referral.referralId(),
                        referral.caseId(),
                        referral.institution(),
                        Instant.now(),
                        WithdrawalReason.BY_PERSON));
        await().atMost(SOON).until(() -> "1".equals(listed("withdrawn")));
        assertThat(listed("reminded")).isEqualTo("1");
    }
}
