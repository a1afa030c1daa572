package org.puente.reporting;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.puente.contracts.Envelope;
import org.puente.contracts.Fact;
import org.puente.contracts.FactType;
import org.puente.contracts.NodeId;
import org.puente.contracts.Source;
import org.puente.contracts.Topic;
import org.puente.local.testing.BackboneResource;
import org.puente.platform.ids.Ids;
import org.puente.platform.json.Json;
import org.puente.platform.testing.TestRealm;
import org.puente.platform.testing.Wire;

/** The nodes of the region as they publish on the real broker, each as its own principal. */
@QuarkusTestResource(TestRealm.class)
@QuarkusTestResource(
        value = BackboneResource.class,
        initArgs = {@ResourceArg(name = "node", value = "region"), @ResourceArg(name = "service", value = "reporting")})
public final class Region {
    private Region() {}

    /** A record ready to be published, and to be published again. */
    public record Record(Topic topic, Envelope envelope, Fact fact) {}

    /** A fact for all, or for the other end of a referral. */
    public static Record record(String node, String to, Fact fact) {
        FactType type = FactType.of(fact);
        return new Record(
                new Topic(new NodeId(node), type.stream(), to == null ? null : new NodeId(to)),
                new Envelope(
                        Ids.next(), new Source(new NodeId(node), "test"), type, fact.subject(), Instant.now(), null),
                fact);
    }

    public static Record record(String node, Fact fact) {
        return record(node, null, fact);
    }

    /** Publishes the records in their order, and returns when the broker has all of them. */
    public static void publish(List<Record> records) {
        List<Future<RecordMetadata>> sent = records.stream().map(Region::send).toList();
        for (Future<RecordMetadata> one : sent) {
            try {
                one.get();
            } catch (InterruptedException | ExecutionException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    public static void publish(Record... records) {
        publish(List.of(records));
    }

    private static Future<RecordMetadata> send(Record record) {
        return Wire.put(
                record.topic().node().value(),
                record.topic().name(),
                record.fact().subject(),
                record.envelope().headers(),
                Json.write(record.fact()));
    }
}
