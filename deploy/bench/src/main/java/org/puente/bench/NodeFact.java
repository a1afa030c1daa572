package org.puente.bench;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.puente.contracts.Envelope;
import org.puente.contracts.Fact;
import org.puente.contracts.FactType;
import org.puente.contracts.NodeId;
import org.puente.contracts.Source;
import org.puente.contracts.Stream;
import org.puente.contracts.Topic;
import org.puente.platform.ids.Ids;
import org.puente.platform.json.Json;

/** A fact as a node publishes it, with an id of its own. */
record NodeFact(Topic topic, Envelope envelope, Fact fact) {
    /**
     * @param to the other end of a referral; of no account for streams that are for all
     */
    static NodeFact by(NodeId node, NodeId to, Fact fact, Instant at) {
        FactType type = FactType.of(fact);
        return new NodeFact(
                new Topic(node, type.stream(), type.stream().addressed() ? to : null),
                new Envelope(Ids.next(), new Source(node, service(type.stream())), type, fact.subject(), at, null),
                fact);
    }

    private static String service(Stream stream) {
        return switch (stream) {
            case RETURNS -> "reception";
            case FOLLOWUPS -> "followup";
            case DIRECTORY -> "registry";
            case REPORTS -> "reporting";
            case REFERRALS, DOSSIERS -> "referral";
        };
    }

    ProducerRecord<byte[], byte[]> record() {
        var out = new ProducerRecord<>(topic.name(), bytes(fact.subject()), bytes(Json.write(fact)));
        envelope.headers().forEach((name, value) -> out.headers().add(name, bytes(value)));
        return out;
    }

    /** As a CloudEvent in structured JSON. */
    String event() {
        return "{\"specversion\":\"1.0\",\"id\":\"%s\",\"source\":\"%s\",\"type\":\"%s\",\"subject\":\"%s\",\"time\":\"%s\",\"dataschema\":\"%s\",\"datacontenttype\":\"application/json\",\"data\":%s}"
                .formatted(
                        envelope.id(),
                        envelope.source(),
                        envelope.type().type(),
                        envelope.subject(),
                        envelope.time(),
                        envelope.type().schema(),
                        Json.write(fact));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
