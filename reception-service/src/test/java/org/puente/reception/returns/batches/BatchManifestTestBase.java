package org.puente.reception.returns.batches;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.puente.reception.arrivals.ArrivalForm;

/** Announces arrivals, and sends rows that name the entries of their manifests. */
abstract class BatchManifestTestBase extends BatchTestBase {
    static final String REST = "'consent': {'purposes': ['referral'], 'scope': ['region'], 'givenBy': 'self'}";

    static ArrivalForm announced(int people) {
        return announced(ArrivalForm.to("gtm-fag").people(people), people);
    }

    static ArrivalForm announced(ArrivalForm form, int people) {
        assertThat(form.announce().statusCode()).isEqualTo(201);
        await().atMost(Duration.ofSeconds(30)).until(() -> items(form, "entry").size() == people);
        return form;
    }

    static Response manifest(ArrivalForm form) {
        return intake().get("/v1/arrivals/" + form.id() + "/manifest");
    }

    static List<Object> items(ArrivalForm form, String member) {
        List<Object> found = manifest(form).path("items." + member);
        return found == null ? List.of() : found;
    }

    static String newKey() {
        return "row-" + UUID.randomUUID();
    }

    static String line(String key, ArrivalForm form, int entry, String rest) {
        return line(key, "{'arrivalId': '%s', 'entry': %d, 'version': 1}".formatted(form.id(), entry), rest);
    }

    static String line(String key, String manifest, String rest) {
        return "{'key': '%s', 'manifest': %s, %s}"
                .formatted(key, manifest, rest)
                .replace('\'', '"');
    }

    static Answer sent(String... lines) {
        return sentBy("gtm-igm", lines);
    }

    static Answer sentBy(String institution, String... lines) {
        return Answer.of(sending(institution, BatchFormat.LINES)
                .body(utf8(String.join("\n", lines)))
                .post(PATH));
    }
}
