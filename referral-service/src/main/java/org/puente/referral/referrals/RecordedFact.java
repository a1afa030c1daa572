package org.puente.referral.referrals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.puente.contracts.FactType;
import org.puente.contracts.ReferralFact;
import org.puente.contracts.ReferralStep;
import org.puente.contracts.Side;
import org.puente.platform.json.Json;

/**
 * A fact of a referral, and the side that published it.
 *
 * @param id the fact's {@code ce_id}
 */
public record RecordedFact(UUID id, Side side, ReferralFact fact) {
    /** Whether both are the same fact: each side has its own ids. */
    boolean isSameAs(RecordedFact other) {
        return id.equals(other.id) && side == other.side;
    }

    public ReferralStep step() {
        return ReferralStep.of(id, fact, side);
    }

    static List<RecordedFact> oldestFirst(List<RecordedFact> all) {
        return all.stream()
                .sorted(Comparator.comparing((RecordedFact recorded) -> recorded.fact.occurredAt())
                        .thenComparing(recorded -> recorded.fact.step().rank()))
                .toList();
    }

    /** The fact that each referral begins with. */
    static ReferralFact.Issued issued(List<RecordedFact> all) {
        return all.stream()
                .map(RecordedFact::fact)
                .filter(ReferralFact.Issued.class::isInstance)
                .map(ReferralFact.Issued.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private record Stored(UUID id, Side side, String type, JsonNode fact) {}

    /**
     * The text with one more fact. What stands in it stays as it is, also facts and fields that only a later
     * release knows.
     */
    static String append(String json, RecordedFact added) {
        ArrayNode all = Json.read(json, ArrayNode.class);
        JsonNode fact = Json.mapper().valueToTree(added.fact);
        String type = FactType.of(added.fact).type();
        all.add(Json.mapper().<JsonNode>valueToTree(new Stored(added.id, added.side, type, fact)));
        return Json.write(all);
    }

    /** The facts in a text; without those of types that only a later release knows. */
    static List<RecordedFact> read(String json) {
        List<RecordedFact> all = new ArrayList<>();
        for (Stored stored : Json.read(json, Stored[].class)) {
            FactType.of(stored.type)
                    .map(type -> (ReferralFact) Json.read(stored.fact, type.fact()))
                    .ifPresent(fact -> all.add(new RecordedFact(stored.id, stored.side, fact)));
        }
        return all;
    }
}
