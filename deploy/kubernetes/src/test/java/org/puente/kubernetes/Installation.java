package org.puente.kubernetes;

import io.fabric8.kubernetes.api.Pluralize;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinitionBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Installs releases into an API server as Helm does, and sees to what an API server and the operators would
 * see to: kinds and namespaces must be there first; an operator makes the secrets of what it is given.
 */
final class Installation {
    /** The kinds that each operator brings. */
    static final Map<String, Set<String>> OPERATORS = Map.of(
            "kafka.strimzi.io", Set.of("Kafka", "KafkaNodePool", "KafkaTopic", "KafkaUser"),
            "postgresql.cnpg.io", Set.of("Cluster", "ScheduledBackup"),
            "k8s.keycloak.org", Set.of("Keycloak", "KeycloakRealmImport"),
            "monitoring.coreos.com", Set.of("PodMonitor", "PrometheusRule"));

    private final KubernetesClient cluster;

    Installation(KubernetesClient cluster) {
        this.cluster = cluster;
    }

    void operators() {
        OPERATORS.forEach((group, kinds) -> kinds.forEach(kind -> cluster.apiextensions()
                .v1()
                .customResourceDefinitions()
                .resource(definition(group, kind))
                .create()));
    }

    private static CustomResourceDefinition definition(String group, String kind) {
        return new CustomResourceDefinitionBuilder()
                .withNewMetadata()
                .withName(plural(kind) + "." + group)
                .endMetadata()
                .withNewSpec()
                .withGroup(group)
                .withScope("Namespaced")
                .withNewNames()
                .withKind(kind)
                .withPlural(plural(kind))
                .endNames()
                .addNewVersion()
                .withName("v1")
                .withServed(true)
                .withStorage(true)
                .endVersion()
                .endSpec()
                .build();
    }

    void namespace(String name) {
        cluster.namespaces()
                .resource(new NamespaceBuilder()
                        .withNewMetadata()
                        .withName(name)
                        .endMetadata()
                        .build())
                .create();
    }

    void secret(String namespace, String name) {
        if (!exists(namespace, name)) {
            cluster.secrets()
                    .inNamespace(namespace)
                    .resource(new SecretBuilder()
                            .withNewMetadata()
                            .withName(name)
                            .endMetadata()
                            .build())
                    .create();
        }
    }

    boolean exists(String namespace, String secret) {
        return cluster.secrets().inNamespace(namespace).withName(secret).get() != null;
    }

    /**
     * @return what was not there when it was needed, one line each
     */
    List<String> install(Release release) {
        List<String> missing = new ArrayList<>();
        List<Manifest> objects = release.objects();
        for (Manifest object : objects) {
            List<String> before = missingBefore(object);
            missing.addAll(before);
            if (before.isEmpty()) {
                create(object);
                operate(object);
            }
        }
        for (Manifest object : objects) {
            for (String secret : References.secrets(object.json())) {
                if (!exists(object.namespace(), secret)) {
                    missing.add("secret " + object.namespace() + "/" + secret);
                }
            }
            String kafka =
                    object.json().at("/metadata/labels/strimzi.io~1cluster").asText();
            if (!kafka.isEmpty() && find("kafka.strimzi.io/v1", "Kafka", object.namespace(), kafka) == null) {
                missing.add("Kafka " + object.namespace() + "/" + kafka);
            }
        }
        return missing.stream().distinct().sorted().toList();
    }

    private List<String> missingBefore(Manifest object) {
        List<String> missing = new ArrayList<>();
        String group = object.apiVersion().split("/")[0];
        if (OPERATORS.containsKey(group)
                && cluster.apiextensions()
                                .v1()
                                .customResourceDefinitions()
                                .withName(plural(object.kind()) + "." + group)
                                .get()
                        == null) {
            missing.add("kind " + object.kind());
        }
        if (cluster.namespaces().withName(object.namespace()).get() == null) {
            missing.add("namespace " + object.namespace());
        }
        return missing;
    }

    private void create(Manifest object) {
        GenericKubernetesResource resource = cluster.getKubernetesSerialization()
                .unmarshal(object.json().toString(), GenericKubernetesResource.class);
        cluster.genericKubernetesResources(context(object.apiVersion(), object.kind()))
                .inNamespace(object.namespace())
                .resource(resource)
                .create();
    }

    private HasMetadata find(String apiVersion, String kind, String namespace, String name) {
        return cluster.genericKubernetesResources(context(apiVersion, kind))
                .inNamespace(namespace)
                .withName(name)
                .get();
    }

    /** What the operators' documentation promises of an object that is there. */
    private void operate(Manifest object) {
        if (object.kind().equals("Cluster")) {
            secret(object.namespace(), object.name() + "-app");
            secret(object.namespace(), object.name() + "-ca");
        }
        if (object.kind().equals("Kafka")) {
            secret(object.namespace(), object.name() + "-cluster-ca-cert");
        }
    }

    private static ResourceDefinitionContext context(String apiVersion, String kind) {
        String[] parts = apiVersion.split("/");
        return new ResourceDefinitionContext.Builder()
                .withGroup(parts.length == 2 ? parts[0] : "")
                .withVersion(parts[parts.length - 1])
                .withKind(kind)
                .withPlural(plural(kind))
                .withNamespaced(true)
                .build();
    }

    private static String plural(String kind) {
        return Pluralize.toPlural(kind.toLowerCase(Locale.ROOT));
    }
}
