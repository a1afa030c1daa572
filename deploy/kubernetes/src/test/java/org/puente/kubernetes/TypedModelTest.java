package org.puente.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.openshift.api.model.monitoring.v1.PodMonitor;
import io.fabric8.openshift.api.model.monitoring.v1.PrometheusRule;
import io.strimzi.api.kafka.model.kafka.Kafka;
import io.strimzi.api.kafka.model.nodepool.KafkaNodePool;
import io.strimzi.api.kafka.model.topic.KafkaTopic;
import io.strimzi.api.kafka.model.user.KafkaUser;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What a typo would become: Kubernetes leaves unknown fields out, without a word. */
class TypedModelTest {
    private static final Map<String, Class<? extends HasMetadata>> MODELS = Map.ofEntries(
            Map.entry("v1 ConfigMap", ConfigMap.class),
            Map.entry("v1 Service", Service.class),
            Map.entry("v1 ServiceAccount", ServiceAccount.class),
            Map.entry("apps/v1 StatefulSet", StatefulSet.class),
            Map.entry("autoscaling/v2 HorizontalPodAutoscaler", HorizontalPodAutoscaler.class),
            Map.entry("networking.k8s.io/v1 Ingress", Ingress.class),
            Map.entry("networking.k8s.io/v1 NetworkPolicy", NetworkPolicy.class),
            Map.entry("monitoring.coreos.com/v1 PodMonitor", PodMonitor.class),
            Map.entry("monitoring.coreos.com/v1 PrometheusRule", PrometheusRule.class),
            Map.entry("policy/v1 PodDisruptionBudget", PodDisruptionBudget.class),
            Map.entry("kafka.strimzi.io/v1 Kafka", Kafka.class),
            Map.entry("kafka.strimzi.io/v1 KafkaNodePool", KafkaNodePool.class),
            Map.entry("kafka.strimzi.io/v1 KafkaTopic", KafkaTopic.class),
            Map.entry("kafka.strimzi.io/v1 KafkaUser", KafkaUser.class));

    /** Their operators publish no Java model: OperatorSchemaTest and KeycloakResourceTest judge them. */
    private static final Set<String> OF_OTHER_OPERATORS = Set.of("postgresql.cnpg.io/v1", "k8s.keycloak.org/v2beta1");

    private static final JsonMapper STRICT = JsonMapper.builder()
            .annotationIntrospector(new NothingUnknown())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** The models keep what they don't know; here they refuse it. */
    private static final class NothingUnknown extends JacksonAnnotationIntrospector {
        private static final long serialVersionUID = 1;

        @Override
        public Boolean hasAnySetter(Annotated method) {
            return false;
        }

        @Override
        public JsonIgnoreProperties.Value findPropertyIgnoralByName(MapperConfig<?> config, Annotated type) {
            return super.findPropertyIgnoralByName(config, type).withoutIgnoreUnknown();
        }
    }

    @ParameterizedTest
    @FieldSource("org.puente.kubernetes.Release#ALL")
    void everyObjectIsOfItsModel(Release release) throws JsonProcessingException {
        for (Manifest object : release.objects()) {
            if (!OF_OTHER_OPERATORS.contains(object.apiVersion())) {
                HasMetadata typed = read(object.json());
                assertThat(typed.getMetadata().getName()).isEqualTo(object.name());
            }
        }
    }

    @Test
    void aMisspeltFieldOfAPodIsRefused() {
        ObjectNode set = Release.GTM.objects("StatefulSet").getFirst().json();
        ((ObjectNode) set.at("/spec/template/spec")).put("serviceAccountname", "x");

        assertThatThrownBy(() -> read(set)).isInstanceOf(UnrecognizedPropertyException.class);
    }

    @Test
    void aMisspeltFieldOfAUserIsRefused() {
        ObjectNode user = Release.GTM.objects("KafkaUser").getFirst().json();
        ((ObjectNode) user.at("/spec/authorization/acls/0")).put("operation", "All");

        assertThatThrownBy(() -> read(user)).isInstanceOf(UnrecognizedPropertyException.class);
    }

    @Test
    void everyKindIsRenderedSomewhere() {
        List<String> rendered = Release.ALL.stream()
                .flatMap(release -> release.objects().stream())
                .map(object -> object.apiVersion() + " " + object.kind())
                .distinct()
                .toList();

        assertThat(rendered).containsAll(MODELS.keySet());
    }

    private static HasMetadata read(ObjectNode json) throws JsonProcessingException {
        String kind = json.get("apiVersion").asText() + " " + json.get("kind").asText();
        assertThat(MODELS).containsKey(kind);
        return STRICT.treeToValue(json, MODELS.get(kind));
    }
}
