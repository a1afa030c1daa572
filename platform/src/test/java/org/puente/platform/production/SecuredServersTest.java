package org.puente.platform.production;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.config.SmallRyeConfig;
import jakarta.inject.Inject;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.puente.contracts.DirectoryFact.CapacityChanged;
import org.puente.local.SecuredBackbone;
import org.puente.platform.PlatformTestBase;
import org.puente.platform.json.Json;
import org.puente.platform.outbox.Outbox;
import org.puente.platform.outbox.Outgoing;
import org.puente.platform.testing.ExpectedErrors;
import org.puente.platform.testing.Management;
import org.puente.platform.testing.TestRealm;

/** A service with the settings of production: TLS to both servers, verified, and secrets from files. */
@QuarkusTest
@TestProfile(SecuredServersTest.Secured.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SecuredServersTest extends PlatformTestBase {

    public static class Secured implements QuarkusTestProfile {
        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(TestRealm.class), new TestResourceEntry(SecuredServers.class));
        }

        @Override
        public boolean disableGlobalTestResources() {
            return true;
        }
    }

    @Inject
    Outbox outbox;

    @Inject
    SmallRyeConfig config;

    private static SecuredBackbone servers() {
        return SecuredServers.running();
    }

    @Test
    @Order(1)
    void nobodyGetsIntoTheDatabaseWithoutTls() {
        assertThatThrownBy(() -> DriverManager.getConnection(
                        servers().database("gtm_registry?sslmode=disable"),
                        "gtm_registry",
                        servers().password()))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("pg_hba.conf");
    }

    /** The outbox is written by one driver and read by the other; the broker sends it back to the intake. */
    @Test
    @Order(1)
    void aFactGoesOutAndAnotherComesIn() throws Exception {
        CapacityChanged own = fact("gtm", 0);
        run(session -> outbox.add(session, Outgoing.of(own, own.updatedAt())));
        await().atMost(SOON)
                .until(() -> count("select count(*) from outbox where aggregateid = ?", own.subject()) == 0);

        CapacityChanged foreign = fact("hnd", 0);
        publish(foreign);
        await().atMost(SOON).until(() -> effects(foreign.subject()) == 1);
    }

    private static void publish(CapacityChanged fact) throws Exception {
        ProducerRecord<String, String> record =
                new ProducerRecord<>("puente.hnd.directory", fact.subject(), Json.write(fact));
        headers(UUID.randomUUID(), "hnd", fact)
                .forEach((name, text) -> record.headers().add(name, text.getBytes()));
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(servers().kafkaClient("hnd"), new StringSerializer(), new StringSerializer())) {
            producer.send(record).get();
        }
    }

    static final List<String> SECRET = SecuredServers.SECRET;

    @ParameterizedTest
    @Order(1)
    @FieldSource("SECRET")
    void aSecretIsReadFromAFileOfItsName(String name) {
        assertThat(config.getConfigValue(name).getConfigSourceName()).contains("/secrets");
        assertThat(config.getValue(name, String.class)).startsWith("puente-dev").doesNotContain("\n");
    }

    /** What is left is the tests' own: their profile, their secrets, the realm that they do without. */
    @Test
    @Order(1)
    void theConnectionsAreAsProductionDemands() {
        assertThat(ProductionRequirements.unmet(config))
                .isNotEmpty()
                .noneMatch(sentence -> sentence.matches("(?s)(kafka\\.sec|kafka\\.ssl|quarkus\\.datasource).*"));
    }

    @Test
    @Order(2)
    @ExpectedErrors({"SSL handshake failed", "certificate", "PKIX"})
    void serversOfAnotherAuthorityGetNothing() throws Exception {
        servers().changeAuthority();

        assertThatCode(SecuredServersTest::someoneElseIsServed).doesNotThrowAnyException();
        await().atMost(SOON).untilAsserted(() -> {
            assertThatThrownBy(() -> database.getConnection().close()).hasStackTraceContaining("PKIX");
            assertThatThrownBy(() -> run(session ->
                            session.createNativeQuery("select 1", Integer.class).getSingleResult()))
                    .hasStackTraceContaining("SSL handshake failed");
        });
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(given().get(Management.at("/q/health/ready"))
                                .jsonPath()
                                .getBoolean("checks.find { it.name == 'broker' }.data.reachable"))
                        .isFalse());
    }

    /** The servers do answer those who trust the other authority. */
    private static void someoneElseIsServed() throws Exception {
        Map<String, Object> login = servers().kafkaClient("admin");
        try (Admin admin = Admin.create(login)) {
            assertThat(admin.listTopics().names().get()).containsAll(Set.of("puente.gtm.directory"));
        }
        DriverManager.getConnection(
                        servers().database("gtm_registry"),
                        "gtm_registry",
                        servers().password())
                .close();
    }
}
