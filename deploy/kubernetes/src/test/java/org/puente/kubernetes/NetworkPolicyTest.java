package org.puente.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.puente.kafka.ServiceNames;
import org.puente.kubernetes.Traffic.Peer;

/** Who reaches whom. */
class NetworkPolicyTest {
    private static final List<Manifest> GTM = Release.GTM.objects();
    private static final Traffic TRAFFIC = traffic(GTM);
    private static final Peer BROKER = Peer.pod(
            "puente-backbone", Map.of("strimzi.io/cluster", "puente", "strimzi.io/broker-role", "true"), Map.of());
    private static final Peer KEYCLOAK = Peer.pod(
            "puente-backbone", Map.of("app", "keycloak", "app.kubernetes.io/instance", "puente-keycloak"), Map.of());
    private static final Peer DNS = Peer.pod("kube-system", Map.of("k8s-app", "kube-dns"), Map.of());
    private static final Peer STRANGER = Peer.pod("puente-gtm", Map.of("app", "stranger"), Map.of());

    static Stream<String> services() {
        return ServiceNames.OF_NODE.stream();
    }

    @ParameterizedTest
    @MethodSource("services")
    void aServiceReachesItsDatabase(String service) {
        assertThat(TRAFFIC.allows(pod(service), database(service), 5432)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("services")
    void aServiceCannotLeaveForAnothersDatabase(String service) {
        assertThat(others(service)).noneMatch(other -> TRAFFIC.leaves(pod(service), database(other), 5432));
    }

    @ParameterizedTest
    @MethodSource("services")
    void aDatabaseLetsNoOtherServiceIn(String service) {
        assertThat(others(service)).noneMatch(other -> TRAFFIC.enters(pod(other), database(service), 5432));
    }

    /** A pod of another node, in another namespace, that took the labels of a database of ours, or of a service. */
    @ParameterizedTest
    @MethodSource("services")
    void labelsCountInTheirOwnNamespaceAlone(String service) {
        Peer falseDatabase = Peer.pod("puente-hnd", database(service).labels(), Map.of());
        Peer falseService = Peer.pod("puente-hnd", pod(service).labels(), Map.of());

        assertThat(TRAFFIC.leaves(pod(service), falseDatabase, 5432)).isFalse();
        assertThat(TRAFFIC.enters(falseService, database(service), 5432)).isFalse();
    }

    @ParameterizedTest
    @MethodSource("services")
    void aServiceReachesKafkaKeycloakAndNames(String service) {
        assertThat(TRAFFIC.allows(pod(service), BROKER, 9093)).isTrue();
        assertThat(TRAFFIC.allows(pod(service), KEYCLOAK, 8443)).isTrue();
        assertThat(TRAFFIC.allows(pod(service), DNS, 53)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("services")
    void aServiceReachesNothingElseOfTheBackbone(String service) {
        Peer controller = Peer.pod(
                "puente-backbone",
                Map.of("strimzi.io/cluster", "puente", "strimzi.io/controller-role", "true"),
                Map.of());
        Peer keycloaksDatabase = Peer.pod("puente-backbone", Map.of("cnpg.io/cluster", "puente-keycloak-db"), Map.of());

        assertThat(TRAFFIC.leaves(pod(service), controller, 9093)).isFalse();
        assertThat(TRAFFIC.leaves(pod(service), keycloaksDatabase, 5432)).isFalse();
        assertThat(TRAFFIC.leaves(pod(service), BROKER, 9090)).isFalse();
        assertThat(TRAFFIC.leaves(pod(service), KEYCLOAK, 9000)).isFalse();
    }

    @ParameterizedTest
    @MethodSource("services")
    void servicesDoNotCallEachOther(String service) {
        assertThat(others(service))
                .noneMatch(other -> TRAFFIC.leaves(pod(service), pod(other), 8080)
                        || TRAFFIC.enters(pod(other), pod(service), 8080));
    }

    @ParameterizedTest
    @MethodSource("services")
    void onlyReferralReachesTheOutside(String service) {
        assertThat(TRAFFIC.leaves(pod(service), Peer.outside("203.0.113.9"), 443))
                .isEqualTo(service.equals("referral"));
        assertThat(TRAFFIC.leaves(pod(service), Peer.outside("2001:db8::9"), 443))
                .isEqualTo(service.equals("referral"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.0.0.1",
                "172.16.0.1",
                "192.168.1.1",
                "127.0.0.1",
                "169.254.169.254",
                "100.64.0.1",
                "fd00::1",
                "fe80::1",
                "::1"
            })
    void aWebhookDoesNotReachAPrivateAddress(String address) {
        assertThat(TRAFFIC.leaves(pod("referral"), Peer.outside(address), 443)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {22, 80, 5432, 9093})
    void aWebhookGoesOverTlsAlone(int port) {
        assertThat(TRAFFIC.leaves(pod("referral"), Peer.outside("203.0.113.9"), port))
                .isFalse();
    }

    @ParameterizedTest
    @MethodSource("services")
    void aStrangerInTheNamespaceReachesNeitherServiceNorDatabase(String service) {
        assertThat(TRAFFIC.enters(STRANGER, pod(service), 8080)).isFalse();
        assertThat(TRAFFIC.enters(STRANGER, database(service), 5432)).isFalse();
    }

    @ParameterizedTest
    @MethodSource("services")
    void theIngressControllerReachesAService(String service) {
        Peer controller = Peer.pod("ingress", Map.of(), Map.of());

        assertThat(TRAFFIC.enters(controller, pod(service), 8080)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("services")
    void healthAndMetricsAreForMonitoringAlone(String service) {
        Peer controller = Peer.pod("ingress", Map.of(), Map.of());
        Peer monitoring = Peer.pod("monitoring", Map.of(), Map.of());

        assertThat(TRAFFIC.enters(controller, pod(service), 9000)).isFalse();
        assertThat(TRAFFIC.enters(STRANGER, pod(service), 9000)).isFalse();
        assertThat(TRAFFIC.enters(monitoring, pod(service), 9000)).isTrue();
        assertThat(TRAFFIC.enters(monitoring, pod(service), 8080)).isFalse();
    }

    @ParameterizedTest
    @MethodSource("services")
    void monitoringFollowsThePortThatIsSet(String service) {
        List<Manifest> mex = Release.MEX_ELSEWHERE.objects();
        Peer monitoring = Peer.pod("monitoring", Map.of(), Map.of());

        assertThat(traffic(mex).enters(monitoring, pod(mex, service), 9100)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("services")
    void whereTheBackboneIsElsewhereOnlyItsAddressesAreReached(String service) {
        List<Manifest> mex = Release.MEX_ELSEWHERE.objects();

        assertThat(traffic(mex).leaves(pod(mex, service), Peer.outside("198.51.100.10"), 9094))
                .isTrue();
        assertThat(traffic(mex).leaves(pod(mex, service), Peer.outside("198.51.100.11"), 9094))
                .isFalse();
    }

    @ParameterizedTest
    @MethodSource("services")
    void instancesOfADatabaseAndTheirOperatorReachIt(String service) {
        Peer operator = Peer.pod("cnpg-system", Map.of(), Map.of());

        assertThat(TRAFFIC.enters(database(service), database(service), 5432)).isTrue();
        assertThat(TRAFFIC.enters(operator, database(service), 8000)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("services")
    void aServiceReachesTheReceiverOfTracesWhereThereIsOne(String service) {
        List<Manifest> traced = TracesTest.TRACED.objects();
        Peer receiver = Peer.pod("monitoring", Map.of(), Map.of());

        assertThat(traffic(traced).leaves(pod(traced, service), receiver, 4318)).isTrue();
        assertThat(TRAFFIC.leaves(pod(service), receiver, 4318)).isFalse();
    }

    private static List<String> others(String service) {
        return ServiceNames.OF_NODE.stream()
                .filter(other -> !other.equals(service))
                .toList();
    }

    private static Peer database(String service) {
        return Peer.pod("puente-gtm", Map.of("cnpg.io/cluster", "gtm-" + service + "-db"), Map.of());
    }

    private static Peer pod(String service) {
        return pod(GTM, service);
    }

    private static Peer pod(List<Manifest> objects, String service) {
        Manifest set = objects.stream()
                .filter(object -> object.kind().equals("StatefulSet"))
                .filter(object -> object.name().endsWith("-" + service))
                .findFirst()
                .orElseThrow();
        Map<String, Integer> ports = new HashMap<>();
        for (JsonNode port : set.container().path("ports")) {
            ports.put(port.path("name").asText(), port.path("containerPort").asInt());
        }
        return Peer.pod(set.namespace(), Manifest.map(set.spec().at("/template/metadata/labels")), ports);
    }

    private static Traffic traffic(List<Manifest> objects) {
        List<NetworkPolicy> policies = new ArrayList<>();
        for (Manifest object : objects) {
            if (object.kind().equals("NetworkPolicy")) {
                try {
                    policies.add(new JsonMapper().treeToValue(object.json(), NetworkPolicy.class));
                } catch (JsonProcessingException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
        return new Traffic(policies);
    }
}
