package org.puente.platform.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.puente.contracts.CaseId;
import org.puente.contracts.ClosureReason;
import org.puente.contracts.Envelope;
import org.puente.contracts.Fact;
import org.puente.contracts.FactType;
import org.puente.contracts.FollowUpFact;
import org.puente.contracts.InstitutionId;
import org.puente.contracts.NodeId;
import org.puente.contracts.Source;
import org.puente.contracts.Topic;
import org.puente.platform.json.CloudEvent;
import org.puente.platform.json.Json;

class ReceivedTest {
    private static final Fact FACT = new FollowUpFact.CaseClosed(
            new CaseId(UUID.fromString("01942c3a-7b1e-7c55-9a10-000000000002")),
            new InstitutionId("slv-dgme"),
            Instant.parse("2025-01-02T15:04:05.123456Z"),
            ClosureReason.MOVED);
    private static final Envelope ENVELOPE = new Envelope(
            UUID.fromString("01942c3a-7b1e-7c55-9a10-000000000001"),
            new Source(new NodeId("slv"), "followup"),
            FactType.CASE_CLOSED,
            FACT.subject(),
            Instant.parse("2025-01-02T15:04:05.123456Z"),
            "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");

    @Test
    void givesAPlainFactAsItWasWritten() {
        assertThat(received("{ \"anything\": 1.50}").json()).isEqualTo("{ \"anything\": 1.50}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\n}", "{\t}", " {}", "{} ", "\ufeff{}", "{\"name\":\"Ahuachapán\"}"})
    void writesAnewWhatAnotherMayReadAmiss(String payload) {
        assertThat(received(payload).json()).isEqualTo(Json.write(FACT));
    }

    @Test
    void hasNothingOfARemoval() {
        assertThat(new Received(topic(), ENVELOPE, Optional.empty()).json()).isNull();
    }

    @Test
    void becomesACloudEventInStructuredMode() throws Exception {
        assertThat(Json.mapper().readTree(CloudEvent.json(ENVELOPE, Json.write(FACT))))
                .isEqualTo(Json.mapper().readTree("""
                                        {"specversion": "1.0",
                                         "id": "01942c3a-7b1e-7c55-9a10-000000000001",
                                         "source": "/slv/followup",
                                         "type": "org.puente.case.closed.v1",
                                         "subject": "01942c3a-7b1e-7c55-9a10-000000000002",
                                         "time": "2025-01-02T15:04:05.123456Z",
                                         "dataschema":
                                             "https://puente.example/schemas/case.closed.v1.json",
                                         "datacontenttype": "application/json",
                                         "traceparent":
                                            "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                                         "data": {
                                             "caseId": "01942c3a-7b1e-7c55-9a10-000000000002",
                                             "institution": "slv-dgme",
                                             "occurredAt": "2025-01-02T15:04:05.123456Z",
                                             "reason": "moved"}}
                                        """));
    }

    private static Received received(String payload) {
        return new Received(topic(), ENVELOPE, Optional.of(FACT), payload.getBytes(StandardCharsets.UTF_8));
    }

    private static Topic topic() {
        return new Topic(new NodeId("slv"), FactType.CASE_CLOSED.stream(), null);
    }
}
