package org.puente.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.enterprise.inject.spi.CDI;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.puente.contracts.FactType;
import org.puente.contracts.NodeId;
import org.puente.contracts.Stream;
import org.puente.contracts.Topic;
import org.puente.local.Backbone;
import org.puente.platform.inbox.FactHandler;

/**
 * What a node that means ill can try with each type of fact. A service's test extends this and says
 * which types it tries; a type that comes in from other nodes and is not tried fails.
 */
public abstract class HostileNode {
    private static final String ANOTHER = "slv";

    private static KafkaProducer<String, String> producer;

    /** A node that is not the one under test. */
    public static String liar() {
        return config("puente.node").equals("mex") ? "hnd" : "mex";
    }

    /** The types of which this service's tests try what another node can publish. */
    protected abstract Set<FactType> tried();

    @ParameterizedTest
    @EnumSource
    void whatComesInFromAnotherNodeIsTried(FactType type) {
        assertThat(tried().contains(type) || !comesIn(type)).isTrue();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "REPORT_PUBLISHED")
    @ExpectedErrors("Topic authorization failed")
    void theBrokerLetsNobodySpeakOnAnothersTopic(FactType type) {
        ProducerRecord<String, String> record = new ProducerRecord<>(topic(ANOTHER, type.stream()), "key", "{}");
        assertThatThrownBy(() -> producer.send(record).get()).hasCauseInstanceOf(TopicAuthorizationException.class);
    }

    /** One of this test's own: others go on to ask for the topics that it was refused. */
    @BeforeAll
    static void logIn() {
        Map<String, Object> config = new HashMap<>(Backbone.forTests().kafkaClient(liar()));
        // It goes on to ask for each topic that it was refused, after a second at last; the next topic waits so long.
        config.put(ProducerConfig.RETRY_BACKOFF_MS_CONFIG, 50);
        config.put(ProducerConfig.RETRY_BACKOFF_MAX_MS_CONFIG, 50);
        producer = new KafkaProducer<>(config, new StringSerializer(), new StringSerializer());
    }

    @AfterAll
    static void logOut() {
        producer.close();
    }

    private static boolean comesIn(FactType type) {
        String topics = config("mp.messaging.incoming.facts.topic");
        return topic(liar(), type.stream()).matches(topics)
                && CDI.current().select(FactHandler.class).get().takes(type);
    }

    private static String topic(String node, Stream stream) {
        NodeId to = stream.addressed() ? new NodeId(config("puente.node")) : null;
        return new Topic(new NodeId(node), stream, to).name();
    }

    private static String config(String name) {
        return ConfigProvider.getConfig().getValue(name, String.class);
    }
}
