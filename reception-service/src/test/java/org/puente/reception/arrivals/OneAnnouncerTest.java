package org.puente.reception.arrivals;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.puente.platform.testing.Wire;

/** One institution announces and cancels without end: it stops itself, and none of the others of its node. */
@QuarkusTest
class OneAnnouncerTest extends HostileManifestTestBase {
    private static final String MOST = "400";
    private static final String MOST_UNKNOWN = "40";
    private static final String ANNOUNCED = "delete from announced_arrival where version = 77";

    @BeforeEach
    @AfterEach
    void nothingOfItIsHere() {
        execute(CLEAR);
        execute(ANNOUNCED);
    }

    private void announced(String expectedAt, String cancelledAt) {
        execute("insert into announced_arrival (arrival_id, institution, to_node, version, expected_at, content,"
                + " announced_at, cancelled_at) select gen_random_uuid(), 'gtm-igm', 'gtm', 77, " + expectedAt
                + ", '{}', now(), " + cancelledAt + " from generate_series(1, " + MOST + ")");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "now()"})
    void anAnnouncerHasNoMoreThanItsShareOpenOrCancelled(String cancelledAt) {
        fill(MOST, "'slv-dgme'", "'gtm-igm'", cancelledAt);

        Wire.publish("slv", "reception", "gtm", fromSalvador(form));

        assertPutAside("too-many-arrivals");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "now()"})
    void whatOneAnnouncerHasStopsNoOtherOfItsNode(String cancelledAt) {
        fill(MOST, "'slv-dgme'", "'gtm-igm'", cancelledAt);

        Wire.publish("slv", "reception", "gtm", fromSalvador(form, "slv-other", Instant.now()));

        assertThat(arrival(form).statusCode()).isEqualTo(200);
    }

    /** As its own node counts, which else would announce what is put aside here. */
    @Test
    void whatIsOverTakesNoPlaceOfItsAnnouncer() {
        fill(MOST, "'slv-dgme'", "'gtm-igm'", "null");
        execute("update expected_arrival set expected_at = now() - interval '3 days' where from_node = 'slv'");

        Wire.publish("slv", "reception", "gtm", fromSalvador(form));

        assertThat(arrival(form).statusCode()).isEqualTo(200);
    }

    @Test
    void anAnnouncerKeepsNoMoreCancellationsOfWhatHasNotComeThanItsShare() {
        fill(MOST_UNKNOWN, "'slv-dgme'", "null", "now()");

        Wire.publish("slv", "reception", "gtm", erasedBySalvador(form));

        assertPutAside("too-many-arrivals");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "now()"})
    void whoHasTooManyOpenOrCancelledIsToldWhereItAnnounces(String cancelledAt) {
        announced("now()", cancelledAt);

        Response refused = form.announce();

        assertThat(refused.statusCode()).as(refused.asString()).isEqualTo(409);
        assertThat(refused.<String>path("type")).endsWith("too-many-arrivals");
    }

    @Test
    void whatIsOverTakesNoPlaceWhereItIsAnnounced() {
        announced("now() - interval '3 days'", "null");
        announced("now()", "now() - interval '31 days'");

        assertThat(form.announce().statusCode()).isEqualTo(201);
    }

    /** It may have been cancelled, and the cancellation be forgotten. */
    @Test
    void whatWasSentLongAgoBeginsNoArrival() {
        Instant longAgo = Instant.now().minus(Duration.ofDays(31));

        Wire.publish("slv", "reception", "gtm", fromSalvador(form, "slv-dgme", longAgo));

        assertPutAside("manifest-too-old");
    }
}
