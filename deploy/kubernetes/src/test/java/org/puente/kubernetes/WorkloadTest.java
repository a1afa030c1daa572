package org.puente.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.puente.kafka.ServiceNames;

/** How the services run. */
class WorkloadTest {

    @Test
    void aNodeHasItsFourServicesAndTheRegionHasReporting() {
        assertThat(Release.GTM.objects("StatefulSet").stream().map(Manifest::name))
                .containsExactlyInAnyOrderElementsOf(ServiceNames.OF_NODE.stream()
                        .map(service -> "gtm-" + service)
                        .toList());
        assertThat(Release.REGION.objects("StatefulSet").stream().map(Manifest::name))
                .containsExactly("region-reporting");
    }

    @ParameterizedTest
    @FieldSource("org.puente.kubernetes.Release#NODES")
    void thePodSecurityStandardRestrictedIsKept(Release release) {
        for (Manifest set : release.objects("StatefulSet")) {
            JsonNode pod = set.spec().at("/template/spec");
            JsonNode container = set.container().path("securityContext");
            assertThat(pod.at("/securityContext/runAsNonRoot").asBoolean()).isTrue();
            assertThat(pod.at("/securityContext/seccompProfile/type").asText()).isEqualTo("RuntimeDefault");
            assertThat(container.path("allowPrivilegeEscalation").asBoolean(true))
                    .isFalse();
            assertThat(Manifest.strings(container.at("/capabilities/drop"))).containsExactly("ALL");
        }
    }

    @ParameterizedTest
    @FieldSource("org.puente.kubernetes.Release#NODES")
    void theFileSystemIsReadOnly(Release release) {
        assertThat(release.objects("StatefulSet"))
                .allMatch(set -> set.container()
                        .at("/securityContext/readOnlyRootFilesystem")
                        .asBoolean());
    }

    @ParameterizedTest
    @FieldSource("org.puente.kubernetes.Release#NODES")
    void noServiceMayAskTheKubernetesApi(Release release) {
        assertThat(release.objects("StatefulSet"))
                .allMatch(set -> !set.spec()
                        .at("/template/spec/automountServiceAccountToken")
                        .asBoolean(true));
    }

    /** Kubernetes' variables of Services, e.g. KAFKA_PORT, would be settings of the Kafka client. */
    @ParameterizedTest
    @FieldSource("org.puente.kubernetes.Release#NODES")
    void noVariablesAreMadeOfServices(Release release) {
        assertThat(release.objects("StatefulSet"))
                .allMatch(set ->
                        !set.spec().at("/template/spec/enableServiceLinks").asBoolean(true));
    }

    @ParameterizedTest
    @FieldSource("org.puente.kubernetes.Release#NODES")
    void anInstanceIsNamedAfterItsPod(Release release) {
        for (Manifest set : release.objects("StatefulSet")) {
            assertThat(set.container().path("env")).anySatisfy(variable -> {
                assertThat(variable.path("name").asText()).isEqualTo("PUENTE_INSTANCE");
                assertThat(variable.at("/valueFrom/fieldRef/fieldPath").asText())
                        .isEqualTo("metadata.name");
            });
        }
    }

    @ParameterizedTest
    @FieldSource("org.puente.kubernetes.Release#NODES")
    void probesAskThePortThatTheIngressDoesNotKnow(Release release) {
        for (Manifest set : release.objects("StatefulSet")) {
            for (String probe : List.of("startupProbe", "livenessProbe", "readinessProbe")) {
                JsonNode asks = set.container().path(probe).path("httpGet");
                assertThat(asks.path("path").asText()).startsWith("/q/health/");
                assertThat(asks.path("port").asText()).isEqualTo("management");
                assertThat(set.container().path("ports").findValuesAsText("name"))
                        .contains("http", "management");
            }
        }
    }

    @ParameterizedTest
    @FieldSource("org.puente.kubernetes.Release#NODES")
    void noServiceOrIngressLeadsToHealthAndMetrics(Release release) {
        List<JsonNode> ports = new ArrayList<>();
        release.objects("Service")
                .forEach(service -> ports.addAll(service.spec().findValues("ports")));
        release.objects("Ingress")
                .forEach(ingress -> ports.addAll(ingress.spec().findValues("port")));

        assertThat(ports).isNotEmpty().noneMatch(port -> port.toString().contains("management"));
    }

    @Test
    void theTwoPortsAreNotOne() {
        assertThatThrownBy(() -> Release.GTM.with("ports.management", 8080).text())
                .hasMessageContaining("health and metrics need a port of their own");
    }

    @ParameterizedTest
    @FieldSource("org.puente.kubernetes.Release#NODES")
    void memoryIsBoundedAndProcessorsAreNot(Release release) {
        for (Manifest set : release.objects("StatefulSet")) {
            JsonNode resources = set.container().path("resources");
            assertThat(resources.path("requests").fieldNames()).toIterable().contains("cpu", "memory");
            assertThat(resources.path("limits").fieldNames()).toIterable().containsExactly("memory");
        }
    }

    @ParameterizedTest
    @FieldSource("org.puente.kubernetes.Release#NODES")
    void whatSelectsPodsSelectsThoseOfOneService(Release release) {
        List<Manifest> sets = release.objects("StatefulSet");
        List<JsonNode> selectors = new ArrayList<>();
        release.objects("PodDisruptionBudget")
                .forEach(budget -> selectors.add(budget.spec().at("/selector/matchLabels")));
        release.objects("Service")
                .forEach(service -> selectors.add(service.spec().path("selector")));

        for (JsonNode selector : selectors) {
            assertThat(sets)
                    .filteredOn(set -> Manifest.map(set.spec().at("/template/metadata/labels"))
                            .entrySet()
                            .containsAll(Manifest.map(selector).entrySet()))
                    .hasSize(1);
        }
        assertThat(selectors).hasSize(3 * sets.size());
    }

    @ParameterizedTest
    @FieldSource("org.puente.kubernetes.Release#NODES")
    void everyServiceIsScaledByProcessorsAndByWhatWaitsForIt(Release release) {
        List<String> sets =
                release.objects("StatefulSet").stream().map(Manifest::name).toList();

        assertThat(release.objects("HorizontalPodAutoscaler"))
                .hasSameSizeAs(sets)
                .allSatisfy(scaler -> {
                    assertThat(sets)
                            .contains(scaler.spec().at("/scaleTargetRef/name").asText());
                    assertThat(scaler.spec().path("metrics").findValuesAsText("type"))
                            .contains("Resource", "External");
                });
    }

    @Test
    void theGroupThatScalesAServiceIsTheOneItReadsUnder() throws IOException {
        for (Manifest scaler : Release.GTM.objects("HorizontalPodAutoscaler")) {
            String service = scaler.name().substring("gtm-".length());
            assertThat(scaler.spec().findValue("consumergroup").asText())
                    .isEqualTo(group(service).replace("${puente.node}", "gtm").replace("${puente.service}", service));
        }
    }

    @Test
    void aFixedNumberOfInstancesIsSetOnlyWhereNothingScales() {
        assertThat(Release.GTM.objects("StatefulSet").getFirst().spec().has("replicas"))
                .isFalse();
        assertThat(Release.GTM
                        .with("defaults.autoscaling.enabled", false)
                        .objects("StatefulSet")
                        .getFirst()
                        .spec()
                        .path("replicas")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void anOwnSettingWinsOverTheCharts() {
        Release release = Release.GTM.with("services.referral.env.PUENTE_HTTP_PROXIES", "2");

        assertThat(release.objects("StatefulSet"))
                .filteredOn(set -> set.name().equals("gtm-referral"))
                .singleElement()
                .matches(set -> set.settings().get("PUENTE_HTTP_PROXIES").equals("2"));
    }

    @Test
    void aCatalogueOfItsOwnIsGivenToTheRegistryAlone() {
        Release release = Release.GTM.with("catalogue.configMap", "gtm-catalogue");

        assertThat(release.objects("StatefulSet"))
                .filteredOn(set -> set.settings().containsKey("PUENTE_CATALOGUE"))
                .singleElement()
                .satisfies(set -> {
                    assertThat(set.name()).isEqualTo("gtm-registry");
                    assertThat(set.json().findValuesAsText("mountPath")).contains("/etc/puente/catalogue");
                });
    }

    /** A variable that no code reads would be a typo that nobody notices. */
    @Test
    void everyVariableOfOursIsASettingThatIsRead() throws IOException {
        Set<String> given = new TreeSet<>();
        for (Release release : Release.NODES) {
            for (Manifest set : release.objects("StatefulSet")) {
                given.addAll(set.container().path("env").findValuesAsText("name"));
            }
        }
        given.removeIf(name -> !name.startsWith("PUENTE_"));

        assertThat(read()).containsAll(given);
    }

    /** Names of settings that occur in the services' code and properties, as variables. */
    private static Set<String> read() throws IOException {
        Pattern setting = Pattern.compile("puente(\\.[a-z0-9-]+)+");
        Set<String> names = new TreeSet<>();
        Path root = Release.HOME.resolve("../..").normalize();
        for (String module : List.of("platform", "reception-service", "registry-service", "referral-service")) {
            try (Stream<Path> files = Files.walk(root.resolve(module + "/src/main"))) {
                for (Path file : files.filter(f -> f.toString().matches(".*\\.(java|properties)"))
                        .toList()) {
                    setting.matcher(Files.readString(file))
                            .results()
                            .map(found -> found.group().replaceAll("[.-]", "_").toUpperCase(Locale.ROOT))
                            .forEach(names::add);
                }
            }
        }
        return names;
    }

    /** The group of a service: its own setting, or the one that all have. */
    private static String group(String service) throws IOException {
        Path root = Release.HOME.resolve("../..").normalize();
        List<String> lines = new ArrayList<>();
        lines.addAll(Files.readAllLines(
                root.resolve("platform/src/main/resources/META-INF/microprofile-config.properties")));
        lines.addAll(Files.readAllLines(root.resolve(service + "-service/src/main/resources/application.properties")));
        String name = "mp.messaging.incoming.facts.group.id=";
        return lines.stream()
                .filter(line -> line.startsWith(name))
                .reduce((first, second) -> second)
                .orElseThrow()
                .substring(name.length());
    }
}
