package org.puente.platform.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.puente.contracts.CaseId;
import org.puente.contracts.ClosureReason;
import org.puente.contracts.Envelope;
import org.puente.contracts.FactType;
import org.puente.contracts.FollowUpFact.CaseClosed;
import org.puente.contracts.InstitutionId;
import org.puente.contracts.NodeId;
import org.puente.contracts.Source;
import org.puente.platform.json.Json;

class DeadLetterCorrectionTest {
    private static final NodeId SLV = new NodeId("slv");
    private static final Instant AT = Instant.parse("2025-01-02T15:04:05.123456Z");
    private static final CaseId CASE = new CaseId(UUID.fromString("01942c3a-7b1e-7c55-9a10-000000000002"));
    private static final CaseId OTHER_CASE = new CaseId(UUID.fromString("01942c3a-7b1e-7c55-9a10-000000000003"));
    private static final Map<String, String> HEADERS = new Envelope(
                    UUID.fromString("01942c3a-7b1e-7c55-9a10-000000000001"),
                    new Source(SLV, "followup"),
                    FactType.CASE_CLOSED,
                    CASE.toString(),
                    AT,
                    null)
            .headers();

    private static RawRecord record(Map<String, String> headers, String payload) {
        return new RawRecord(
                "puente.slv.followups", 0, 7, CASE.toString(), headers, payload.getBytes(StandardCharsets.UTF_8));
    }

    private static String closed(CaseId caseId, ClosureReason reason) {
        return Json.write(new CaseClosed(caseId, new InstitutionId("slv-dgme"), AT, reason));
    }

    private static DeadLetterCorrection correct(String before, String after) {
        return DeadLetterCorrection.of(record(HEADERS, before), after, SLV);
    }

    @Test
    void changesWhatIsNoId() {
        String after = closed(CASE, ClosureReason.MOVED);

        assertThat(correct(closed(CASE, ClosureReason.REFUSED), after))
                .isInstanceOfSatisfying(
                        DeadLetterCorrection.Corrected.class,
                        corrected -> assertThat(new String(corrected.record().payload(), StandardCharsets.UTF_8))
                                .isEqualTo(after));
    }

    @Test
    void refusesOtherIds() {
        assertThat(correct(closed(CASE, ClosureReason.MOVED), closed(OTHER_CASE, ClosureReason.MOVED)))
                .isEqualTo(new DeadLetterCorrection.WithOtherIds(List.of("/caseId")));
    }

    @Test
    void hasNoIdsToCompareInAPayloadThatCannotBeRead() {
        assertThat(correct("no JSON", closed(CASE, ClosureReason.MOVED)))
                .isInstanceOf(DeadLetterCorrection.Corrected.class);
    }

    @Test
    void refusesAFactOfAnotherNode() {
        assertThat(DeadLetterCorrection.of(record(HEADERS, "no JSON"), "{}", new NodeId("gtm")))
                .isEqualTo(new DeadLetterCorrection.OfAnotherNode(SLV));
    }

    @Test
    void needsAnEnvelopeThatCanBeRead() {
        assertThatThrownBy(() -> DeadLetterCorrection.of(record(Map.of(), "no JSON"), "{}", SLV))
                .isInstanceOf(FactRefused.class);
    }
}
