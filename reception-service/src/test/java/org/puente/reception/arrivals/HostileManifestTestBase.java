package org.puente.reception.arrivals;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.puente.contracts.ArrivalFact.ManifestErased;
import org.puente.contracts.ArrivalFact.ManifestSealed;
import org.puente.contracts.ArrivalId;
import org.puente.contracts.InstitutionId;
import org.puente.platform.json.Json;
import org.puente.platform.testing.Tokens;

/** An announcement of which a node makes something else, and what is then put aside. */
abstract class HostileManifestTestBase extends ArrivalTestBase {
    static final String CLEAR = "delete from expected_arrival where from_node = 'slv'";

    final ArrivalForm form = ArrivalForm.to("gtm-fag").people(4);

    void assertPutAside(String cause) {
        assertPutAside(form, cause);
    }

    static void assertPutAside(ArrivalForm form, String cause) {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> count("select count(*) from dead_letter where cause = '" + cause + "' and record_key = '"
                                + form.id() + "'")
                        == 1);
    }

    static Response deadLetters() {
        return given().auth()
                .oauth2(Tokens.region("operator"))
                .queryParam("limit", 500)
                .get("/v1/dead-letters");
    }

    void fill(String count, String institution) {
        fill(count, institution, "now()");
    }

    /** Arrivals of twenty institutions of El Salvador. */
    void fill(String count, String institution, String cancelledAt) {
        fill(count, "'slv-' || number % 20", institution, cancelledAt);
    }

    void fill(String count, String announcer, String institution, String cancelledAt) {
        execute("insert into expected_arrival (from_node, arrival_id, announcer, institution, expected_at, version,"
                + " parts, parts_came, cancelled_at) select 'slv', gen_random_uuid(), " + announcer + ", "
                + institution + ", now(), 1, 1, '[]', " + cancelledAt + " from generate_series(1, " + count
                + ") number");
    }

    static ManifestErased erasedBySalvador(ArrivalForm form) {
        return new ManifestErased(
                new ArrivalId(UUID.fromString(form.id())), new InstitutionId("slv-dgme"), Instant.now(), 2);
    }

    ManifestSealed fromSalvador(ArrivalForm form) {
        return fromSalvador(form, "slv-dgme", Instant.now());
    }

    ManifestSealed fromSalvador(ArrivalForm form, String announcer, Instant at) {
        ManifestPart inside = new ManifestPart(
                new ArrivalId(UUID.fromString(form.id())),
                new InstitutionId(announcer),
                1,
                1,
                1,
                form.request().announcement(),
                form.request().people());
        ManifestSealed sealed = sealed(whole(form), Json.write(inside));
        return new ManifestSealed(
                sealed.arrivalId(), inside.institution(), at, GTM, 1, 1, 1, sealed.kid(), sealed.jwe());
    }
}
