package org.puente.reception.returns.restore;

import static org.awaitility.Awaitility.await;

import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import org.puente.platform.persistence.Epoch;
import org.puente.platform.testing.Backup;
import org.puente.reception.ReceptionTest;

/** A database that is put back to a backup, and a service that catches up. */
abstract class RestoreTestBase extends ReceptionTest {
    @Inject
    Epoch epoch;

    Backup backup() {
        awaitEmptyOutbox();
        return Backup.of("gtm_reception");
    }

    void restore(Backup backup) {
        String token = epoch.token();
        backup.restore();
        await().atMost(Duration.ofSeconds(60)).until(() -> epoch.isCurrent() && !epoch.holds(token));
    }

    static Response withdraw(String caseId, String consent) {
        return intake().delete("/v1/returns/" + caseId + "/consents/" + consent);
    }
}
