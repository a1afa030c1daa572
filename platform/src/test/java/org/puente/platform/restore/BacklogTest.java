package org.puente.platform.restore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.puente.contracts.DirectoryFact.CapacityChanged;
import org.puente.platform.Node;
import org.puente.platform.inbox.Intake;
import org.puente.platform.json.Json;
import org.puente.platform.persistence.Epoch;
import org.puente.platform.persistence.UnitOfWork;
import org.puente.platform.testing.Wire;

/** A service starts, and its group has records before it that it has not read yet. */
@QuarkusTest
class BacklogTest extends RestoreSlice {
    private static final String TOPIC = "puente.hnd.directory";

    @Inject
    @Identifier("default-kafka-broker")
    Map<String, Object> kafka;

    @Inject
    Node node;

    @Inject
    Intake intake;

    @Inject
    UnitOfWork work;

    @Inject
    Instance<OwnFacts> own;

    @Inject
    Epoch epoch;

    /** Stands still where the test puts it, unlike that of the service which runs. */
    private final String group = "gtm.registry-that-starts." + UUID.randomUUID();

    private final List<UUID> ids = new ArrayList<>();
    private final List<RecordMetadata> places = new ArrayList<>();

    @BeforeEach
    void threeRecordsLieOnOnePartition() throws Exception {
        CapacityChanged fact = fact("hnd", 0);
        for (int i = 0; i < 3; i++) {
            UUID id = UUID.randomUUID();
            ids.add(id);
            places.add(Wire.put("hnd", TOPIC, fact.subject(), headers(id, "hnd", fact), Json.write(fact))
                    .get());
        }
        await().atMost(SOON).until(() -> effects(fact.subject()) == 3);
        await().atMost(SOON).until(epoch::isCurrent);
    }

    @Test
    void whatTheGroupHasNotReadIsNoSignOfARestore() throws SQLException {
        besideAnotherInstance(other -> {
            theDatabaseKnowsOnlyTheFirst(other);
            theGroupGoesOnAt(1);
            assertThat(isBehindAtTheStart(other)).isFalse();
        });
    }

    @Test
    void whatTheGroupHasReadAndTheDatabaseHasNotIsOne() throws SQLException {
        besideAnotherInstance(other -> {
            theDatabaseKnowsOnlyTheFirst(other);
            theGroupGoesOnAt(2);
            assertThat(isBehindAtTheStart(other)).isTrue();
        });
    }

    private void theDatabaseKnowsOnlyTheFirst(Connection connection) throws SQLException {
        sql(connection, "delete from inbox where id in ('%s', '%s')".formatted(ids.get(1), ids.get(2)));
        sql(
                connection,
                "update intake_position set next_offset = %d where topic = '%s' and partition_no = %d"
                        .formatted(
                                places.getFirst().offset(),
                                TOPIC,
                                places.getFirst().partition()));
    }

    /**
     * @param record the first of the three that the group has not read
     */
    private void theGroupGoesOnAt(int record) {
        Map<String, Object> config = new HashMap<>(kafka);
        config.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.commitSync(Map.of(
                    new TopicPartition(TOPIC, places.getFirst().partition()),
                    new OffsetAndMetadata(places.get(record).offset())));
        }
    }

    private boolean isBehindAtTheStart(Connection connection) throws SQLException {
        return new CatchUp(kafka, node, intake, work, own, TOPIC.replace(".", "\\."), group).isBehind(connection);
    }
}
