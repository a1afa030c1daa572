package org.puente.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.puente.contracts.NodeId;
import org.puente.demo.Demo;
import org.puente.kafka.Nodes;
import org.puente.local.Home;

/** What can be said of the region in containers without an engine. */
class ComposeFileTest {
    private static final List<String> BACKBONE = List.of("kafka", "keycloak", "provisioning");

    private final ComposeFile file = new ComposeFile();
    private final Properties variables = ComposeFile.variables();

    @Test
    void hasEachServiceOfEachNodeAndADatabaseServerForEachNode() {
        Set<String> expected = new TreeSet<>(ComposeFile.services().keySet());
        expected.addAll(BACKBONE);
        Nodes.ofThisBuild().all().forEach(node -> expected.add("database-" + node));
        assertThat(file.section("services")).containsOnlyKeys(expected);
    }

    @Test
    void servicesListenWhereTheLocalRegionHasThem() {
        ComposeFile.services()
                .forEach((service, port) -> assertThat(file.<List<String>>of(service, "ports"))
                        .as(service)
                        .containsExactly(
                                "127.0.0.1:%d:8080".formatted(port), "127.0.0.1:%d:9000".formatted(port + 500)));
    }

    @Test
    void nothingListensOnAnotherAddressThanLoopback() {
        assertThat(file.section("services").keySet().stream().flatMap(name -> ports(name).stream()))
                .isNotEmpty()
                .allMatch(port -> port.startsWith("127.0.0.1:"));
    }

    @Test
    void databasesAreReachedFromTheirNodeAlone() {
        Nodes.ofThisBuild().all().forEach(node -> {
            String database = "database-" + node;
            assertThat(ports(database)).isEmpty();
            assertThat(file.<List<String>>of(database, "networks")).containsExactly(node.value());
        });
    }

    @Test
    void eachDatabaseServerAndTheBrokerHaveAVolumeOfTheirOwn() {
        Set<String> mounted = new TreeSet<>();
        for (String name : file.section("services").keySet()) {
            List<String> volumes = file.of(name, "volumes");
            (volumes == null ? List.<String>of() : volumes)
                    .forEach(volume -> assertThat(mounted.add(volume.replaceAll(":.*", "")))
                            .isTrue());
        }
        assertThat(file.section("volumes"))
                .containsOnlyKeys(mounted)
                .hasSize(1 + Nodes.ofThisBuild().all().size());
    }

    @Test
    void containersOfOursAreNotRootAndWriteNowhereButInTheirTemporaryDirectory() {
        List<String> ours = new ArrayList<>(ComposeFile.services().keySet());
        ours.add("provisioning");
        assertThat(ours).allSatisfy(name -> {
            assertThat(file.container(name)).containsEntry("read_only", true).containsEntry("user", "10001:10001");
            assertThat(file.<List<String>>of(name, "cap_drop")).containsExactly("ALL");
        });
    }

    @Test
    void whatOthersWaitForHasAHealthCheckOrEnds() {
        for (String name : file.section("services").keySet()) {
            Map<String, Map<String, String>> before = file.of(name, "depends_on");
            if (before != null) {
                before.forEach((other, how) -> assertThat(how.get("condition"))
                        .as(name + " waits for " + other)
                        .isEqualTo(
                                other.equals("provisioning") ? "service_completed_successfully" : "service_healthy"));
            }
            assertThat(file.container(name).containsKey("healthcheck"))
                    .as(name)
                    .isEqualTo(!name.equals("provisioning"));
        }
    }

    @Test
    void imagesArePinned() {
        assertThat(file.section("services").keySet())
                .allSatisfy(name -> assertThat(image(name)).matches("[a-z0-9./-]+:[0-9][A-Za-z0-9.-]+"));
    }

    @Test
    void imagesOfServicesAreNamedAsTheChartsNameThem() {
        assertThat(ComposeFile.services().keySet())
                .allSatisfy(name -> assertThat(image(name))
                        .isEqualTo(
                                "puente/%s-service:%s",
                                name.replaceAll(".*-", ""), variables.getProperty("PUENTE_VERSION")));
    }

    @Test
    void releasesAreThoseOfThisBuild() throws IOException {
        String pom = Files.readString(ComposeFile.root().resolve("pom.xml"));
        assertThat(variables.getProperty("KAFKA_IMAGE")).endsWith(":" + property(pom, "kafka.broker.version"));
        assertThat(variables.getProperty("KEYCLOAK_IMAGE")).endsWith(":" + property(pom, "keycloak.version"));
        assertThat(property(pom, "postgres.binaries.version"))
                .startsWith(variables.getProperty("POSTGRES_IMAGE").replaceAll(".*:", ""));
        assertThat(property(pom, "version")).isEqualTo(variables.getProperty("PUENTE_VERSION"));
    }

    @Test
    void eachSecretIsMadeAndGivenToSomebody(@TempDir Path directory) throws IOException {
        new SecretFiles(directory, new Home(ComposeFile.root()).realm()).write();
        Set<String> given = new TreeSet<>();
        file.section("services").keySet().forEach(name -> given.addAll(file.secretsOf(name)));
        assertThat(file.section("secrets")).containsOnlyKeys(given).allSatisfy((name, secret) -> {
            String path = (String) ((Map<?, ?>) secret).get("file");
            assertThat(directory.resolve(path.replace("./secrets/", ""))).exists();
        });
    }

    @Test
    void aServiceIsGivenNoSecretOfAnother() {
        ComposeFile.services().keySet().forEach(name -> {
            String node = name.replaceAll("-.*", "");
            assertThat(file.secretsOf(name))
                    .isSubsetOf(name, node + "-public-keys", node + "-private-keys", node + "-signing-keys");
        });
    }

    @Test
    void onlyWhoOpensDossiersOrManifestsHasTheKeyForThem() {
        assertThat(file.section("services").keySet().stream()
                        .filter(name -> file.secretsOf(name).stream().anyMatch(one -> one.endsWith("private-keys"))))
                .isNotEmpty()
                .allMatch(name ->
                        name.endsWith("-referral") || name.endsWith("-followup") || name.endsWith("-reception"));
    }

    @Test
    void onlyReceptionHasTheKeyForCertificates() {
        assertThat(file.section("services").keySet().stream()
                        .filter(name -> file.secretsOf(name).stream().anyMatch(one -> one.endsWith("signing-keys"))))
                .hasSize(4)
                .allMatch(name -> name.endsWith("-reception"));
    }

    @Test
    void secretsAreNeverCommitted() throws IOException {
        assertThat(Files.readAllLines(Path.of(".gitignore"))).contains("secrets/");
    }

    @Test
    void servicesSayThatThisIsNoProduction() {
        assertThat(ComposeFile.services().keySet())
                .allSatisfy(name -> assertThat(environment(name)).containsEntry("PUENTE_DEVELOPMENT", "true"));
    }

    @Test
    void settingsOfThePlayReachTheServicesWhereTheyAreSetAndAreAbsentOtherwise() {
        assertThat(ComposeFile.services().keySet())
                .allSatisfy(name -> assertThat(Demo.POLICY.keySet())
                        .allSatisfy(setting -> assertThat(environment(name)).containsEntry(setting, null)));
    }

    @Test
    void eachServiceKnowsItsNodeAndItsDatabases() {
        for (NodeId node : Nodes.ofThisBuild().all()) {
            ComposeFile.services().keySet().stream()
                    .filter(name -> name.startsWith(node + "-"))
                    .forEach(name -> assertThat(environment(name))
                            .containsEntry("PUENTE_NODE", node.value())
                            .containsEntry("PUENTE_DB_ADDRESS", "database-" + node + ":5432"));
        }
    }

    private Map<String, Object> environment(String name) {
        return file.of(name, "environment");
    }

    private List<String> ports(String name) {
        List<String> ports = file.of(name, "ports");
        return ports == null ? List.of() : ports;
    }

    private String image(String name) {
        return Pattern.compile("\\$\\{([A-Z_]+)}")
                .matcher(file.<String>of(name, "image"))
                .replaceAll(variable -> variables.getProperty(variable.group(1)));
    }

    private static String property(String pom, String name) {
        return Stream.of(pom.split("<" + name + ">")[1].split("<")).findFirst().orElseThrow();
    }
}
