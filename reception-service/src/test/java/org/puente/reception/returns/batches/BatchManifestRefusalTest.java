package org.puente.reception.returns.batches;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.puente.reception.arrivals.ArrivalForm;

/** A row that names the entry of a manifest is refused for the same reasons as a desk that registers from there. */
@QuarkusTest
class BatchManifestRefusalTest extends BatchManifestTestBase {
    @Test
    void theRulesOfARegistrationHold() {
        ArrivalForm form = announced(1);

        Answer answer = sent(
                line(newKey(), form, 1, "'causes': []"),
                line(newKey(), form, 1, REST + ", 'surname': 'x'"),
                line(newKey(), form, 1, REST + ", 'person': {'sex': null}"));

        assertThat(answer.results()).containsOnly("refused");
        assertThat(answer.error(0)).isEqualTo("/consent consent-missing");
        assertThat(answer.error(1)).isEqualTo("/surname unknown-field");
        assertThat(answer.error(2)).startsWith("/person/sex ");
        assertThat(items(form, "state")).containsExactly("expected");
    }

    @Test
    void anEntryThatIsRegisteredIsRefusedWithItsCase() {
        ArrivalForm form = announced(1);
        String caseId = sent(line(newKey(), form, 1, REST)).texts("caseId").getFirst();

        Answer answer = sent(line(newKey(), form, 1, REST));

        assertThat(answer.results()).containsExactly("refused");
        assertThat(answer.error(0)).isEqualTo("/manifest/entry manifest-entry-registered");
        assertThat(answer.texts("caseId")).containsExactly(caseId);
    }

    @Test
    void refusesWhatIsNotTheirs() {
        ArrivalForm form = announced(1);

        assertThat(sentBy("gtm-other", line(newKey(), form, 1, REST)).error(0))
                .isEqualTo("/manifest/arrivalId manifest-arrival-unknown");
        assertThat(sent(line(newKey(), form, 77, REST)).error(0)).isEqualTo("/manifest/entry manifest-entry-unknown");
        assertThat(items(form, "state")).containsExactly("expected");
    }

    @Test
    void refusesWhatHasChangedSinceItWasRead() {
        ArrivalForm form = announced(1);
        String other = "{'arrivalId': '%s', 'entry': 1, 'version': 2}".formatted(form.id());

        assertThat(sent(line(newKey(), other, REST)).error(0)).isEqualTo("/manifest/version manifest-entry-changed");
    }

    @Test
    void anEntryNeedsItsVersion() {
        String form = "{'arrivalId': '%s', 'entry': 1}".formatted(UUID.randomUUID());

        assertThat(sent(line(newKey(), form, REST)).error(0)).isEqualTo("/manifest/version violated");
    }

    @Test
    void refusesACancelledArrival() {
        ArrivalForm form = announced(1);
        intake().header("If-Match", "*").delete("/v1/arrivals/" + form.id());
        await().atMost(Duration.ofSeconds(30))
                .until(() -> "cancelled"
                        .equals(intake().get("/v1/arrivals/" + form.id() + "?box=incoming")
                                .path("state")));

        assertThat(sent(line(newKey(), form, 1, REST)).error(0)).isEqualTo("/manifest/arrivalId arrival-cancelled");
    }

    @Test
    void whoComesAfterTheClosingIsRegisteredWithAllTheirData() {
        ArrivalForm form = announced(1);
        intake().body("{}")
                .post("/v1/arrivals/" + form.id() + "/closing")
                .then()
                .statusCode(200);
        String all = REST + ", 'person': {'givenNames': '" + ArrivalForm.NAME
                + "Tarde', 'birthDate': '1980-01-01', 'sex': 'F', 'nationality': 'GTM'}";

        Answer answer = sent(line(newKey(), form, 1, REST), line(newKey(), form, 1, all));

        assertThat(answer.results().getFirst()).isEqualTo("refused");
        assertThat(answer.results().getLast()).isIn("created", "warned");
    }
}
