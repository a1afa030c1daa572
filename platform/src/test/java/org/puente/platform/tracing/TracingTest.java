package org.puente.platform.tracing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.puente.platform.testing.Wire.dump;
import static org.puente.platform.testing.Wire.header;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.puente.contracts.DirectoryFact.CapacityChanged;
import org.puente.platform.Effects;
import org.puente.platform.PlatformTestBase;
import org.puente.platform.json.Json;
import org.puente.platform.outbox.Outbox;
import org.puente.platform.outbox.Outgoing;
import org.puente.platform.testing.SpanReceiver.Exported;
import org.puente.platform.testing.Tokens;

/** A service whose operators name a receiver of traces. */
@QuarkusTest
@QuarkusTestResource(value = TracedPlatform.class, restrictToAnnotatedClass = true)
class TracingTest extends PlatformTestBase {
    private static final Set<String> KNOWN = Set.of(
            "http.request.method",
            "http.route",
            "http.response.status_code",
            "error.type",
            "messaging.system",
            "messaging.operation.name",
            "messaging.operation.type",
            "messaging.destination.name",
            "messaging.consumer.group.name",
            "cloudevents.event_id",
            "cloudevents.event_type",
            "cloudevents.event_subject");

    /** A member that another test left behind keeps its partitions until its session ends. */
    private static final Duration ONCE_IN_THE_GROUP = Duration.ofSeconds(90);

    @Inject
    Outbox outbox;

    private static String id(int bytes) {
        byte[] id = new byte[bytes];
        ThreadLocalRandom.current().nextBytes(id);
        id[0] |= 1;
        return HexFormat.of().formatHex(id);
    }

    /** A trace of its own, so that tests don't meet. */
    private static String trace() {
        return "00-" + id(16) + "-" + id(8) + "-01";
    }

    private static List<Exported> of(String traceparent) {
        return TracedPlatform.receiver().spans().stream()
                .filter(span -> span.traceId().equals(traceparent.substring(3, 35)))
                .toList();
    }

    private static Exported only(String traceparent) {
        await().atMost(ONCE_IN_THE_GROUP).until(() -> !of(traceparent).isEmpty());
        assertThat(of(traceparent)).hasSize(1);
        return of(traceparent).getFirst();
    }

    private static List<Exported> ofFact(CapacityChanged fact) {
        return TracedPlatform.receiver().spans().stream()
                .filter(span -> fact.subject().equals(span.attributes().get("cloudevents.event_subject")))
                .toList();
    }

    private static Exported ofFact(CapacityChanged fact, String kind) {
        await().atMost(ONCE_IN_THE_GROUP)
                .until(() -> ofFact(fact).stream().anyMatch(span -> span.kind().equals(kind)));
        return ofFact(fact).stream()
                .filter(span -> span.kind().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    private static void publish(CapacityChanged fact, String traceparent) {
        Map<String, String> headers = new HashMap<>(headers(UUID.randomUUID(), "hnd", fact));
        headers.put("traceparent", traceparent);
        put("hnd", headers, fact.subject(), Json.write(fact));
    }

    @Test
    void aRequestContinuesTheTraceOfItsClient() {
        String trace = trace();
        given().header("traceparent", trace).get("/v1/dead-letters?state=Ana-Ejemplo");
        Exported span = only(trace);
        assertThat(span.parent()).isEqualTo(trace.substring(36, 52));
        assertThat(span.kind()).isEqualTo("SERVER");
        assertThat(span.attributes()).containsEntry("http.response.status_code", "401");
    }

    @Test
    void aRequestIsNamedByItsRouteAlone() {
        String trace = trace();
        given().auth()
                .oauth2(Tokens.operator("gtm"))
                .header("traceparent", trace)
                .get("/v1/dead-letters/0f8fad5b-d9cb-469f-a165-70867728950e");
        assertThat(only(trace).name()).isEqualTo("GET /v1/dead-letters/{id}");
    }

    @Test
    void nothingOfARequestIsExportedButWhatIsListed() {
        String trace = trace();
        given().header("traceparent", trace)
                .header("User-Agent", "Ana-Ejemplo")
                .header("X-Forwarded-For", "203.0.113.77")
                .header("Idempotency-Key", "Ana-Ejemplo")
                .body("Ana-Ejemplo")
                .post("/v1/Ana-Ejemplo?name=Ana-Ejemplo");
        Exported span = only(trace);
        assertThat(span.attributes().keySet()).isSubsetOf(KNOWN);
        assertThat(span.whole()).doesNotContain("Ejemplo", "203.0.113.77", "127.0.0.1");
    }

    @Test
    void aFactGoesToItsTopicAsAPartOfTheTraceThatCausedIt() {
        String trace = trace();
        CapacityChanged fact = fact("gtm", 0);
        run(session -> Uni.createFrom()
                .voidItem()
                .invoke(() -> Trace.follow(trace))
                .chain(() -> outbox.add(session, Outgoing.of(fact, fact.updatedAt()))));
        Exported sent = ofFact(fact, "PRODUCER");
        assertThat(sent.traceId()).isEqualTo(trace.substring(3, 35));
        assertThat(sent.parent()).isEqualTo(trace.substring(36, 52));
    }

    @Test
    void aRecordBearsTheSpanThatSentIt() {
        CapacityChanged fact = fact("gtm", 0);
        run(session -> outbox.add(session, Outgoing.of(fact, fact.updatedAt())));
        Exported sent = ofFact(fact, "PRODUCER");
        assertThat(header(dump(OWN_TOPIC, fact.subject()).getFirst(), "traceparent"))
                .isEqualTo("00-" + sent.traceId() + "-" + sent.id() + "-01");
    }

    @Test
    void eachRecordOfABatchContinuesItsOwnTrace() {
        Map<CapacityChanged, String> traces = new HashMap<>();
        for (int i = 0; i < 20; i++) {
            traces.put(fact("hnd", 0), trace());
        }
        traces.forEach(TracingTest::publish);
        assertThat(traces)
                .allSatisfy((fact, trace) ->
                        assertThat(ofFact(fact, "CONSUMER").parent()).isEqualTo(trace.substring(36, 52)));
    }

    @Test
    void whatIsPublishedForARecordIsAChildOfItsSpan() {
        CapacityChanged cause = fact("hnd", Effects.ANSWERED);
        publish(cause, trace());
        Exported taken = ofFact(cause, "CONSUMER");
        await().atMost(ONCE_IN_THE_GROUP)
                .until(() -> TracedPlatform.receiver().spans().stream()
                        .anyMatch(span -> span.kind().equals("PRODUCER") && span.isChildOf(taken)));
    }

    @Test
    void aRecordThatIsPutAsideFailsWithItsCauseAlone() {
        String trace = trace();
        CapacityChanged fact = fact("hnd", 0);
        Map<String, String> headers = new HashMap<>(headers(UUID.randomUUID(), "hnd", fact));
        headers.put("traceparent", trace);
        put("hnd", headers, fact.subject(), "{\"Ana\":\"Ejemplo\"}");
        Exported span = only(trace);
        assertThat(span.attributes()).containsEntry("error.type", "unreadable");
        assertThat(span.whole()).doesNotContain("Ejemplo");
    }

    /** A hostile node's, or a careless one's; the fact is taken in all the same. */
    @ParameterizedTest
    @ValueSource(strings = {"Ana Ejemplo", "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01", "00-0-0-00"})
    void aTraceparentThatIsNoneBeginsATrace(String traceparent) {
        CapacityChanged fact = fact("hnd", 0);
        publish(fact, traceparent);
        Exported span = ofFact(fact, "CONSUMER");
        assertThat(span.parent()).isEmpty();
        assertThat(span.whole()).doesNotContain("Ejemplo");
    }

    @Test
    void nothingOfAFactIsExportedButWhatIsListed() {
        CapacityChanged fact = fact("gtm", 0);
        run(session -> outbox.add(session, Outgoing.of(fact, fact.updatedAt())));
        assertThat(ofFact(fact, "PRODUCER").attributes().keySet()).isSubsetOf(KNOWN);
        assertThat(ofFact(fact, "CONSUMER").attributes().keySet()).isSubsetOf(KNOWN);
    }
}
