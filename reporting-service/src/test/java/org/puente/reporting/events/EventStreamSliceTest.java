package org.puente.reporting.events;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.http.TestHTTPResourceManager;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.puente.contracts.Sex;
import org.puente.platform.testing.RawHttp;
import org.puente.platform.testing.Tokens;
import org.puente.platform.testing.Watcher;
import org.puente.reporting.Region;
import org.puente.reporting.Samples;

@QuarkusTest
class EventStreamSliceTest {
    private static final String STREAM = "/v1/events/stream";
    private static final Duration SOON = Duration.ofSeconds(90);

    @Inject
    MeterRegistry metrics;

    @BeforeEach
    void everyNodeHasSpoken() {
        for (String node : List.of("slv", "gtm", "hnd", "mex")) {
            if (listed(node) != 200) {
                published(node);
                await().atMost(SOON).until(() -> listed(node) == 200);
            }
        }
    }

    private static boolean isListed(Region.Record record) {
        return given().auth()
                .oauth2(Tokens.region("operator"))
                .get("/v1/events?caseId=" + record.fact().subject())
                .asString()
                .contains(id(record));
    }

    private static int listed(String node) {
        return given().auth()
                .oauth2(Tokens.region("operator"))
                .get("/v1/events?limit=1&node=" + node)
                .statusCode();
    }

    /** Nothing would ever come, and the viewer would take it for silence. */
    @Test
    void refusesANodeThatNeverSpoke() {
        refused(STREAM, "node=honduras", "not-a-code");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/events", STREAM})
    void refusesAPlaceThatTheLogDoesNotHave(String path) {
        String next = given().auth()
                .oauth2(Tokens.region("operator"))
                .get("/v1/events?limit=1")
                .then()
                .extract()
                .path("next");
        refused(path, "cursor=99999999" + next.substring(next.indexOf('-')), "cursor-unknown");
    }

    private static void refused(String path, String query, String why) {
        RawHttp.Answer answer = RawHttp.send(
                "GET", path + "?" + query, List.of("Authorization: Bearer " + Tokens.region("operator")), null);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains(why);
    }

    @Test
    void showsWhatIsPublishedFromNowOn() {
        try (Watcher watcher = watch("?node=slv", null)) {
            Region.Record record = published("slv");

            await().atMost(SOON).until(() -> watcher.ceIds().contains(id(record)));
            assertThat(watcher.messages)
                    .filteredOn(message -> message.ceId().equals(id(record)))
                    .extracting(Watcher.Message::event)
                    .containsExactly("org.puente.return.registered.v1");
        }
    }

    @Test
    void goesOnAfterABreakWithoutGapOrDoubling() {
        List<String> expected = new ArrayList<>();
        List<String> seen = new ArrayList<>();
        String cursor = null;
        for (int breaks = 0; breaks < 4; breaks++) {
            try (Watcher watcher = watch("?node=hnd", cursor)) {
                expected.addAll(ids(published("hnd", 150)));
                await().atMost(SOON).until(() -> watcher.messages.size() >= 40);
                List<Watcher.Message> read = List.copyOf(watcher.messages).subList(0, 40);
                read.forEach(message -> seen.add(message.ceId()));
                cursor = read.getLast().id();
            }
            expected.addAll(ids(published("hnd", 5)));
        }
        try (Watcher watcher = watch("?node=hnd", cursor)) {
            Region.Record last = published("hnd");
            expected.add(id(last));
            await().atMost(SOON)
                    .until(() -> Stream.concat(seen.stream(), watcher.ceIds().stream())
                            .toList()
                            .containsAll(expected));
            seen.addAll(watcher.ceIds());
        }

        assertThat(of(expected, seen)).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void showsOperatorsOfANodeThatNodeOnly() {
        try (Watcher watcher = Watcher.open(STREAM, Tokens.of("slv", null, "operator"), null)) {
            await().atMost(SOON).until(watcher::connected);
            Region.Record others = published("gtm");
            await().atMost(SOON).until(() -> isListed(others));
            Region.Record own = published("slv");

            await().atMost(SOON).until(() -> watcher.ceIds().contains(id(own)));
            assertThat(watcher.messages).extracting(Watcher.Message::data).allMatch(EventStreamSliceTest::ofSlv);
        }
    }

    @Test
    void keepsAQuietConnectionAlive() {
        try (Watcher watcher = watch("?type=org.puente.return.announced.v1", null)) {
            await().atMost(SOON).until(() -> watcher.comments.size() > 2);
            assertThat(watcher.messages).isEmpty();
        }
    }

    @Test
    void servesManyViewersAtOnce() {
        List<Watcher> viewers =
                IntStream.range(0, 500).mapToObj(i -> open("?node=mex", null)).toList();
        try {
            await().atMost(SOON).until(() -> viewers.stream().allMatch(Watcher::connected));
            List<String> expected = ids(published("mex", 20));

            await().atMost(SOON)
                    .until(() -> viewers.stream().allMatch(v -> v.ceIds().containsAll(expected)));
            assertThat(viewers)
                    .allSatisfy(viewer ->
                            assertThat(of(expected, viewer.ceIds())).containsExactlyInAnyOrderElementsOf(expected));
        } finally {
            viewers.forEach(Watcher::close);
        }
    }

    @Test
    void forgetsWhoHasLeft() {
        await().atMost(SOON).until(() -> viewers() == 0); // those of other tests have left
        try (Watcher watcher = watch("?node=slv", null)) {
            await().atMost(SOON).until(() -> viewers() > 0);
        }
        await().atMost(SOON).until(() -> viewers() == 0);
    }

    @Test
    void oneWhoReadsNothingStopsNobody() throws IOException {
        try (Socket stuck = new Socket()) {
            stuck.setReceiveBufferSize(2_048);
            URI server = URI.create(TestHTTPResourceManager.getUri());
            stuck.connect(new InetSocketAddress(server.getHost(), server.getPort()));
            stuck.getOutputStream()
                    .write("""
                            GET /v1/events/stream?node=gtm HTTP/1.1\r
                            Host: reporting\r
                            Authorization: Bearer %s\r
                            \r
                            """.formatted(Tokens.region("operator")).getBytes(StandardCharsets.US_ASCII));
            try (Watcher watcher = watch("?node=gtm", null)) {
                List<String> expected = ids(published("gtm", 2_000));

                await().atMost(SOON).until(() -> new HashSet<>(watcher.ceIds()).containsAll(expected));
                assertThat(of(new HashSet<>(expected), watcher.ceIds())).containsExactlyInAnyOrderElementsOf(expected);
            }
        }
    }

    /** Without what comes late of other tests. */
    private static List<String> of(Collection<String> expected, List<String> seen) {
        return seen.stream().filter(expected::contains).toList();
    }

    private double viewers() {
        return metrics.get("puente.events.viewers").gauge().value();
    }

    private static boolean ofSlv(String event) {
        return event.contains("\"source\":\"/slv/");
    }

    private static Watcher watch(String query, String lastEventId) {
        Watcher watcher = open(query, lastEventId);
        await().atMost(SOON).until(watcher::connected);
        return watcher;
    }

    private static Watcher open(String query, String lastEventId) {
        return Watcher.open(STREAM + query, Tokens.region("operator"), lastEventId);
    }

    private static Region.Record published(String node) {
        return published(node, 1).getFirst();
    }

    private static List<Region.Record> published(String node, int facts) {
        List<Region.Record> records = Stream.generate(
                        () -> Region.record(node, Samples.registered(LocalDate.of(2036, 1, 1), Sex.MALE)))
                .limit(facts)
                .toList();
        Region.publish(records);
        return records;
    }

    private static String id(Region.Record record) {
        return record.envelope().id().toString();
    }

    private static List<String> ids(List<Region.Record> records) {
        return records.stream().map(EventStreamSliceTest::id).toList();
    }
}
