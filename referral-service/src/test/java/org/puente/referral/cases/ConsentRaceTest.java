package org.puente.referral.cases;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.puente.contracts.DirectoryFact.OfferPublished;
import org.puente.platform.testing.Locks;
import org.puente.referral.ReferralServiceTestBase;
import org.puente.referral.RegionFacts;
import org.puente.referral.Tables;

/** A consent that ends in the very moment in which a referral is issued under it. */
@QuarkusTest
class ConsentRaceTest extends ReferralServiceTestBase {
    @Inject
    DataSource database;

    @Test
    void aReferralIsNotIssuedPastAWithdrawalThatIsUnderWay() throws SQLException {
        Arrived person = arrived();
        issued(person, published(RegionFacts.offer(offerId("hnd"), null, LONG)));
        OfferPublished offer = published(RegionFacts.offer(offerId("hnd"), null, LONG));
        await().atMost(SOON).until(() -> Tables.has(database, offer));
        try (Connection withdrawal = database.getConnection();
                ExecutorService other = Executors.newSingleThreadExecutor()) {
            withdrawal.setAutoCommit(false);
            Tables.change(
                    withdrawal,
                    "update consent set withdrawn_at = now() where consent_id = ?",
                    person.consent().consentId().value());
            other.submit(() -> commitWhenSomebodyWaits(withdrawal));
            issue(person, offer).statusCode(422).body("errors[0].code", equalTo("consent-does-not-cover"));
        }
    }

    private Void commitWhenSomebodyWaits(Connection withdrawal) throws SQLException {
        try {
            await().atMost(SOON).until(() -> Locks.waitingFor(withdrawal) > 0);
        } finally {
            withdrawal.commit();
        }
        return null;
    }
}
