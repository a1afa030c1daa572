package org.puente.registry.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.puente.registry.editing.Editors.as;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.puente.platform.persistence.Epoch;
import org.puente.platform.testing.Backup;
import org.puente.registry.Published;
import org.puente.registry.editing.Editors;
import org.puente.registry.forms.Samples;

/** The database is put back to a backup in the middle of work. */
@QuarkusTest
class RestoredTest {
    @Inject
    Epoch epoch;

    @Test
    void whatWasEditedSinceTheBackupStandsAsItWasPublished() {
        String institution = Editors.institution();
        String offer = Editors.offer(institution, Samples.offer());
        String other = Editors.offer(institution, Samples.offer());
        awaitPublished(other, 1);
        Backup backup = Backup.of("mex_registry");
        put(institution, offer, "\"1\"", "/status", "\"withdrawn\"");
        put(institution, other, "\"1\"", "/capacity/maximum", "7");
        String since = Editors.offer(institution, Samples.offer());
        awaitPublished(offer, 2);
        awaitPublished(other, 2);
        awaitPublished(since, 1);

        restore(backup);

        assertThat(read(institution, offer).<String>path("status")).isEqualTo("withdrawn");
        assertThat(read(institution, other).<Integer>path("capacity.maximum")).isEqualTo(7);
        assertThat(read(institution, since).<String>path("status")).isEqualTo("active");
        Response stale = Editors.put(institution, "offers", other, "\"2\"", Samples.offer());
        assertThat(stale.statusCode()).isEqualTo(412);
        put(institution, other, read(institution, other).header("ETag"), "/capacity/maximum", "8");
        awaitPublished(other, 3);
        assertThat(Published.await("mex", "offer/" + offer, found -> true)).hasSize(2);
    }

    @Test
    void anOfferThatWasResumedSinceTheBackupIsOpen() {
        String institution = Editors.institution();
        String offer = Editors.offer(institution, Samples.offer());
        put(institution, offer, "\"1\"", "/status", "\"paused\"");
        awaitPublished(offer, 2);
        Backup backup = Backup.of("mex_registry");
        put(institution, offer, "\"2\"", "/status", "\"active\"");
        awaitPublished(offer, 3);

        restore(backup);

        assertThat(read(institution, offer).<String>path("status")).isEqualTo("active");
    }

    private void restore(Backup backup) {
        String token = epoch.token();
        backup.restore();
        await().atMost(Published.PATIENCE).until(() -> epoch.isCurrent() && !epoch.holds(token));
    }

    private static void awaitPublished(String offer, int states) {
        Published.await("mex", "offer/" + offer, found -> found.size() == states);
    }

    private static void put(String institution, String offer, String ifMatch, String pointer, String value) {
        ObjectNode entry = Samples.with(Samples.offer(), pointer, value);
        Response response = Editors.put(institution, "offers", offer, ifMatch, entry);
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(200);
    }

    private static Response read(String institution, String offer) {
        return as(institution).get("/v1/offers/" + offer);
    }
}
