package org.puente.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** What the nodes share, and that both charts speak of the same. */
class BackboneTest {
    private final Manifest kafka = Release.BACKBONE.objects("Kafka").getFirst();
    private final JsonNode broker = kafka.spec().path("kafka");

    @Test
    void everyListenerIsEncryptedAndAsksWhoComes() {
        assertThat(broker.path("listeners")).hasSize(2).allSatisfy(listener -> {
            assertThat(listener.path("tls").asBoolean()).isTrue();
            assertThat(listener.at("/authentication/type").asText()).isEqualTo("scram-sha-512");
        });
    }

    @Test
    void whatNoRuleAllowsIsDeniedAndNobodyIsAboveTheRules() {
        assertThat(broker.at("/authorization/type").asText()).isEqualTo("simple");
        assertThat(broker.path("authorization").has("superUsers")).isFalse();
    }

    @Test
    void noTopicComesIntoBeingByItself() {
        assertThat(broker.at("/config/auto.create.topics.enable").asBoolean(true))
                .isFalse();
    }

    /** The services write with acks=all: what is acknowledged is at two brokers or more. */
    @Test
    void whatIsAcknowledgedOutlivesABroker() {
        assertThat(broker.at("/config/min.insync.replicas").asInt()).isEqualTo(2);
        assertThat(broker.at("/config/unclean.leader.election.enable").asBoolean(true))
                .isFalse();
        assertThat(Release.GTM.objects("KafkaTopic"))
                .allMatch(topic -> topic.spec().path("replicas").asInt() == 3);
    }

    @Test
    void whatServicesAreScaledByIsMeasured() {
        assertThat(kafka.spec().has("kafkaExporter")).isTrue();
    }

    @Test
    void poolsOfControllersAndBrokersBelongToIt() {
        assertThat(Release.BACKBONE.objects("KafkaNodePool"))
                .extracting(pool -> pool.spec().at("/roles/0").asText())
                .containsExactlyInAnyOrder("controller", "broker");
        assertThat(Release.BACKBONE.objects("KafkaNodePool"))
                .allMatch(pool -> pool.json()
                        .at("/metadata/labels/strimzi.io~1cluster")
                        .asText()
                        .equals(kafka.name()));
    }

    @Test
    void aNodeLooksForKafkaAndKeycloakWhereTheBackboneHasThem() throws IOException {
        JsonNode node = Release.YAML.readTree(
                Release.GTM.directory().resolve("values.yaml").toFile());
        Manifest keycloak = Release.BACKBONE.objects("Keycloak").getFirst();

        assertThat(node.at("/kafka/cluster").asText()).isEqualTo(kafka.name());
        assertThat(node.at("/kafka/namespace").asText()).isEqualTo(kafka.namespace());
        assertThat(node.at("/secrets/kafkaCa/name").asText()).isEqualTo(kafka.name() + "-cluster-ca-cert");
        assertThat(node.at("/keycloak/name").asText()).isEqualTo(keycloak.name());
        assertThat(node.at("/keycloak/url").asText())
                .startsWith("https://" + keycloak.name() + "-service." + keycloak.namespace() + ".svc:8443/");
        assertThat(node.at("/keycloak/issuer").asText())
                .isEqualTo(keycloak.spec().at("/hostname/hostname").asText() + "/realms/puente");
    }
}
