package org.puente.referral.referrals;

import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.puente.platform.testing.LaterRelease;
import org.puente.referral.ReferralServiceTestBase;
import org.puente.referral.RegionFacts;

/** A later release runs beside this one on the same database, or has run on it before a rollback. */
@QuarkusTest
class LaterReleaseTest extends ReferralServiceTestBase {
    private static final String DATABASE = "gtm_referral";
    private static final String RECIPIENT = "gtm-work";

    private String received() {
        return receivedFromHonduras(
                        published(RegionFacts.offer(offerId("gtm"), null, LONG)),
                        Instant.now().plus(LONG))
                .referralId()
                .toString();
    }

    @Test
    void referralsComeAndAreAnsweredWhileEachTableHasAColumnMore() throws SQLException {
        String earlier = received();
        addFact(RECIPIENT, earlier, "accepted").statusCode(200);
        try (LaterRelease later = LaterRelease.withAColumnMore(DATABASE)) {
            addFact(RECIPIENT, earlier, "started").statusCode(200).body("status", equalTo("started"));
            addFact(RECIPIENT, received(), "accepted").statusCode(200).body("status", equalTo("accepted"));
        }
    }

    @Test
    void aReferralIsReadAndAnsweredThatHoldsAFactOfAnUnknownType() throws SQLException {
        String id = received();
        LaterRelease.write(DATABASE, """
                update referral set said = (said::jsonb || jsonb_build_object(
                    'id', gen_random_uuid(), 'side', 'recipient', 'type', 'org.puente.referral.later.v1',
                    'fact', jsonb_build_object('referralId', referral_id), 'more', 1))::text
                where referral_id = '%s'
                """.formatted(id));
        addFact(RECIPIENT, id, "accepted").statusCode(200).body("status", equalTo("accepted"));
    }
}
