package org.puente.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.server.mock.EnableKubernetesMockClient;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** docs/deploying.md, "In this order": what must be there before what. */
@EnableKubernetesMockClient(crud = true)
class InstallationOrderTest {
    private static final DeployingPage PAGE = new DeployingPage();

    KubernetesClient cluster;

    private Installation installation;

    /** What each step of the page does, by its name there; each returns what was missing. */
    private Map<String, Supplier<List<String>>> steps;

    @BeforeEach
    void emptyCluster() {
        installation = new Installation(cluster);
        steps = new LinkedHashMap<>();
        steps.put("Operators", () -> {
            installation.operators();
            return List.of();
        });
        steps.put("Namespaces", () -> {
            List.of("puente-backbone", "puente-region", "puente-gtm").forEach(installation::namespace);
            return List.of();
        });
        steps.put("Secrets", () -> {
            PAGE.secrets().forEach((name, namespaces) -> namespaces.forEach(in -> installation.secret(in, name)));
            return List.of();
        });
        steps.put("The backbone", () -> installation.install(Release.BACKBONE));
        steps.put("The authority's certificate", this::copyAuthority);
        steps.put("The region's node", () -> installation.install(Release.REGION));
        steps.put("The countries' nodes", () -> installation.install(Release.GTM));
    }

    @Test
    void thePageNamesTheStepsThatThereAre() {
        assertThat(PAGE.steps()).containsExactlyElementsOf(steps.keySet());
    }

    @Test
    void inTheOrderOfThePageNothingIsMissing() {
        for (String step : PAGE.steps()) {
            assertThat(steps.get(step).get()).as("%s", step).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Operators, kind Kafka",
        "Namespaces, namespace puente-gtm",
        "Secrets, secret puente-gtm/gtm-keys-private",
        "The backbone, Kafka puente-backbone/puente",
        "The authority's certificate, secret puente-gtm/puente-cluster-ca-cert"
    })
    void withoutAStepSomethingIsMissing(String leftOut, String thing) {
        List<String> missing = new ArrayList<>();
        for (String step : PAGE.steps()) {
            if (!step.equals(leftOut)) {
                missing.addAll(steps.get(step).get());
            }
        }

        assertThat(missing).contains(thing);
    }

    @Test
    void thePageNamesExactlyTheSecretsThatNobodyElseMakes() {
        Set<String> missing = new TreeSet<>();
        for (String step : PAGE.steps()) {
            if (!step.equals("Secrets")) {
                missing.addAll(steps.get(step).get());
            }
        }
        Set<String> named = new TreeSet<>();
        PAGE.secrets().forEach((name, namespaces) -> namespaces.forEach(in -> named.add("secret " + in + "/" + name)));

        assertThat(named).isEqualTo(missing);
    }

    private List<String> copyAuthority() {
        if (!installation.exists("puente-backbone", "puente-cluster-ca-cert")) {
            return List.of("secret puente-backbone/puente-cluster-ca-cert");
        }
        List.of("puente-region", "puente-gtm").forEach(in -> installation.secret(in, "puente-cluster-ca-cert"));
        return List.of();
    }
}
