package org.puente.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the real broker lets each principal do once it is provisioned. */
@ResourceLock("backbone")
class AccessTest {
    private static Backbone backbone;

    @BeforeAll
    static void provision() {
        backbone = Backbone.forTests();
        backbone.provision();
    }

    @ParameterizedTest
    @CsvSource({
        "gtm, puente.gtm.returns",
        "gtm, puente.gtm.dossiers.hnd",
        "hnd, puente.hnd.referrals.gtm",
        "region, puente.region.reports"
    })
    void letsEachWriteItsOwn(String principal, String topic) {
        assertThatCode(() -> write(principal, topic)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "hnd, puente.gtm.returns",
        "hnd, puente.gtm.referrals.hnd",
        "gtm, puente.region.reports",
        "region, puente.gtm.returns",
        "gtm, puente.gtm.gossip"
    })
    void refusesToWriteAnothersTopic(String principal, String topic) {
        assertThatThrownBy(() -> write(principal, topic)).isInstanceOf(TopicAuthorizationException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "hnd, puente.gtm.referrals.hnd",
        "gtm, puente.gtm.referrals.hnd",
        "region, puente.gtm.referrals.hnd",
        "hnd, puente.gtm.dossiers.hnd",
        "gtm, puente.gtm.dossiers.gtm",
        "slv, puente.mex.directory",
        "region, puente.mex.followups",
        "mex, puente.region.reports"
    })
    void letsEachReadWhatIsForIt(String principal, String topic) throws Throwable {
        write(backbone.kafkaAdmin(), topic);
        assertThat(read(principal, topic)).isPositive();
    }

    @ParameterizedTest
    @CsvSource({
        "hnd, puente.gtm.referrals.mex",
        "hnd, puente.gtm.dossiers.mex",
        "gtm, puente.gtm.dossiers.mex",
        "region, puente.gtm.dossiers.hnd",
        "hnd, puente.gtm.returns",
        "hnd, puente.gtm.followups"
    })
    void refusesToReadWhatIsForOthers(String principal, String topic) {
        assertThatThrownBy(() -> read(principal, topic)).isInstanceOf(TopicAuthorizationException.class);
    }

    @Test
    void refusesToJoinAnothersConsumerGroup() {
        assertThatThrownBy(() -> subscribe("hnd", "gtm.referral", "puente.gtm.directory"))
                .isInstanceOf(GroupAuthorizationException.class);
    }

    @Test
    void refusesAWrongPassword() {
        Map<String, Object> login = new HashMap<>(backbone.kafkaClient("gtm"));
        login.computeIfPresent("sasl.jaas.config", (k, v) -> v.toString().replace("-dev", "-prod"));
        assertThatThrownBy(() -> write(login, "puente.gtm.returns")).isInstanceOf(SaslAuthenticationException.class);
    }

    private static void write(String principal, String topic) throws Throwable {
        write(backbone.kafkaClient(principal), topic);
    }

    private static void write(Map<String, Object> login, String topic) throws Throwable {
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(login, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic, "key", "{}")).get();
        } catch (ExecutionException e) {
            throw e.getCause();
        }
    }

    private static int read(String principal, String topic) {
        try (KafkaConsumer<String, String> consumer = consumer(principal, principal + ".test")) {
            consumer.assign(consumer.partitionsFor(topic).stream()
                    .map(p -> new TopicPartition(topic, p.partition()))
                    .toList());
            consumer.seekToBeginning(consumer.assignment());
            return consumer.poll(Duration.ofSeconds(60)).count();
        }
    }

    private static void subscribe(String principal, String group, String topic) {
        try (KafkaConsumer<String, String> consumer = consumer(principal, group)) {
            consumer.subscribe(List.of(topic));
            consumer.poll(Duration.ofSeconds(60));
        }
    }

    private static KafkaConsumer<String, String> consumer(String principal, String group) {
        Map<String, Object> settings = new HashMap<>(backbone.kafkaClient(principal));
        settings.put("group.id", group);
        return new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer());
    }
}
