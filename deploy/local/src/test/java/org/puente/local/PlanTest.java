package org.puente.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlanTest {
    @TempDir
    Path data;

    @ParameterizedTest
    @CsvSource({
        "kafka, 9092",
        "postgres, 5433",
        "keycloak, 8180",
        "region/reporting, 8100",
        "slv/reception, 8110",
        "gtm/registry, 8121",
        "hnd/referral, 8132",
        "mex/followup, 8143"
    })
    void givesEachServerItsPort(String name, int port) {
        assertThat(plan(0).server(name).port()).isEqualTo(port);
    }

    @ParameterizedTest
    @CsvSource({"region/reporting, 8600", "gtm/referral, 8622", "mex/followup, 8643"})
    void givesHealthAndMetricsAPortOfTheirOwn(String name, int port) {
        assertThat(plan(0).server(name).ports()).last().isEqualTo(port);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1000, 2000, 22_000})
    void givesNoPortTwiceWhereRegionsStandAtMultiplesOfThousand(int offset) {
        assertThat(Stream.of(plan(0), plan(offset + 1000), plan(offset + 2000)).flatMap(PlanTest::ports))
                .doesNotHaveDuplicates();
    }

    private static Stream<Integer> ports(Plan plan) {
        return plan.servers().stream().flatMap(server -> server.ports().stream());
    }

    @Test
    void tellsAServiceWhereItsHealthAndMetricsAre() {
        assertThat(((Service) plan(1000).server("gtm/referral")).launch().environment())
                .containsEntry("QUARKUS_MANAGEMENT_PORT", "9622");
    }

    @Test
    void movesEveryPortByTheOffset() {
        assertThat(plan(1000).server("mex/followup").port()).isEqualTo(9143);
    }

    @Test
    void keepsANodesPortsWhereFewerAreStarted() {
        Plan two = Plan.of(Home.find(), Setup.all(data).withNodes("mex"));
        assertThat(two.server("mex/reception").port()).isEqualTo(8140);
    }

    @Test
    void startsSeventeenServicesAndThreeServers() {
        assertThat(plan(0).servers()).hasSize(20);
    }

    @Test
    void startsTheRegistriesBeforeTheReceptionsThatWaitForThem() {
        assertThat(plan(0).startingOrder().subList(0, 4))
                .extracting(Service::service)
                .containsOnly("registry");
    }

    @Test
    void startsEveryServiceInThatOrder() {
        assertThat(plan(0).startingOrder()).hasSameElementsAs(plan(0).services());
    }

    @Test
    void namesAPortThatIsTakenAndTheOptionThatMovesIt() throws IOException {
        int offset = 22_000;
        try (ServerSocket other = new ServerSocket(8121 + offset, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> plan(offset).requireFreePorts())
                    .hasMessageContaining(other.getLocalPort() + " (gtm/registry)")
                    .hasMessageContaining("--port-offset");
        }
    }

    @Test
    void refusesAServerThatDoesNotExist() {
        assertThatThrownBy(() -> plan(0).server("gtm/referal"))
                .hasMessageStartingWith("There is no gtm/referal; there are postgres, kafka");
    }

    @Test
    void givesThePrivateKeyToThoseAloneWhoOpenWhatIsSealed() {
        assertThat(plan(0).services())
                .filteredOn(s -> s.launch().environment().containsKey("PUENTE_KEYS_PRIVATE"))
                .extracting(Service::service)
                .containsOnly("reception", "referral", "followup");
    }

    @Test
    void givesTheSigningKeyToReceptionAlone() {
        assertThat(plan(0).services())
                .filteredOn(s -> s.launch().environment().containsKey("PUENTE_KEYS_SIGNING"))
                .extracting(Service::service)
                .containsOnly("reception");
    }

    @Test
    void givesAServiceTheSettingsThatWereAdded() {
        Plan hurried = Plan.of(
                Home.find(), Setup.all(data).withEnvironment(Map.of("PUENTE_POLICY_ANSWER_WITHIN_NORMAL", "PT30S")));
        assertThat(hurried.services().getFirst().launch().environment())
                .containsEntry("PUENTE_POLICY_ANSWER_WITHIN_NORMAL", "PT30S");
    }

    @Test
    void startsEveryServiceAsOneForDevelopment() {
        assertThat(plan(0).services())
                .allSatisfy(service ->
                        assertThat(service.launch().environment()).containsEntry("PUENTE_DEVELOPMENT", "true"));
    }

    @Test
    void switchesThePagesForTryingTheApiOnWhereAsked() {
        Plan plan = Plan.of(Home.find(), Setup.all(data).withSwaggerUi());
        assertThat(plan.services().getFirst().launch().environment())
                .containsEntry("QUARKUS_SWAGGER_UI_ENABLED", "true");
    }

    @Test
    void startsTheServicesThatAreNamedAlone() {
        Setup one = Setup.all(data).withServices("gtm/reception");
        assertThat(Plan.of(Home.find(), one).services())
                .extracting(Service::name)
                .containsExactly("gtm/reception");
    }

    @Test
    void startsNoServiceWhereNoneIsNamed() {
        Setup backbone = Setup.all(data).withServices();
        assertThat(Plan.of(Home.find(), backbone).services()).isEmpty();
    }

    private Plan plan(int offset) {
        return Plan.of(Home.find(), Setup.all(data).withPortOffset(offset));
    }
}
