package org.puente.reception;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeEach;
import org.puente.contracts.ConsentPurpose;
import org.puente.contracts.DirectoryFact.InstitutionPublished;
import org.puente.contracts.DirectoryFact.NodePublished;
import org.puente.contracts.DirectoryStatus;
import org.puente.contracts.DossierFact;
import org.puente.contracts.Fact;
import org.puente.contracts.InstitutionId;
import org.puente.contracts.InstitutionKind;
import org.puente.contracts.Jwks;
import org.puente.contracts.Mandate;
import org.puente.contracts.NodeId;
import org.puente.contracts.ReceptionPoint;
import org.puente.contracts.ReceptionPointId;
import org.puente.contracts.ReceptionPointKind;
import org.puente.contracts.ReturnFact;
import org.puente.local.testing.BackboneResource;
import org.puente.platform.json.Json;
import org.puente.platform.sealing.Purpose;
import org.puente.platform.testing.Management;
import org.puente.platform.testing.TestRealm;
import org.puente.platform.testing.Tokens;
import org.puente.platform.testing.Wire;

/** The reception-service of the Guatemalan node, on a real broker and database. */
@QuarkusTestResource(TestRealm.class)
@QuarkusTestResource(
        value = BackboneResource.class,
        initArgs = {@ResourceArg(name = "node", value = "gtm"), @ResourceArg(name = "service", value = "reception")})
public abstract class ReceptionTest {
    public static final String RETURNS = "puente.gtm.returns";
    public static final String DOSSIERS = "puente.gtm.dossiers.gtm";
    private static final NodeId GTM = new NodeId("gtm");
    private static final ZoneId GUATEMALA = ZoneId.of("America/Guatemala");

    private static boolean directoryPublished;

    /** Tests speak of today, in their fields already: none begins so late that the day ends meanwhile. */
    protected ReceptionTest() {
        if (dayEndsSoon()) { // not asked by Awaitility first, which begins with a tenth of a second
            await().atMost(Duration.ofMinutes(5)).until(() -> !dayEndsSoon());
        }
    }

    private static boolean dayEndsSoon() {
        return !LocalDate.now(Clock.offset(Clock.system(GUATEMALA), Duration.ofMinutes(2)))
                .equals(today());
    }

    @BeforeEach
    void theDirectoryIsThere() {
        ensureDirectory();
    }

    protected static void ensureDirectory() {
        if (!directoryPublished) {
            publishDirectory();
            awaitReadiness("UP");
            directoryPublished = true;
        }
    }

    /** Until it is here: what came later would undo what a test does to it. */
    protected static void publishDirectory() {
        settled(
                publish(new NodePublished(
                        GTM, "GTM", "Guatemala", "America/Guatemala", new Jwks(List.of()), Instant.now())),
                publish(institution("gtm-igm", "gtm-fag", "gtm-tecun-uman")),
                publish(institution("gtm-other", "gtm-other-desk")),
                publish(institution("gtm-bank")));
    }

    private static UUID publish(Fact fact) {
        return Wire.publish("gtm", "registry", fact);
    }

    /** Waits until these facts have had what effect they have. */
    protected static void settled(UUID... ids) {
        for (UUID id : ids) {
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> count("select count(*) from inbox where id = '" + id + "'") == 1);
        }
    }

    /** Waits until each of these facts has had its effect, or was put aside. */
    protected static void settledOrPutAside(List<UUID> ids) {
        String all = ids.stream().map(id -> "('" + id + "')").collect(Collectors.joining(","));
        await().atMost(Duration.ofSeconds(90))
                .until(() -> count("select count(*) from (values " + all + ") fact (id) where exists"
                                + " (select 1 from inbox where inbox.id = cast(fact.id as uuid)) or exists"
                                + " (select 1 from dead_letter where position(fact.id in headers) > 0)")
                        == ids.size());
    }

    /** Waits until this fact was put aside for this cause; other tests leave others of the same. */
    protected static void putAside(UUID id, String cause) {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> count("select count(*) from dead_letter where cause = '" + cause + "' and position('" + id
                                + "' in headers) > 0")
                        == 1);
    }

    protected static void awaitReadiness(String status) {
        await().atMost(Duration.ofSeconds(60)).until(() -> status.equals(directoryCheck()));
    }

    private static String directoryCheck() {
        return get(Management.at("/q/health/ready"))
                .jsonPath()
                .getString("checks.find { it.name == 'directory' }.status");
    }

    private static InstitutionPublished institution(String id, String... points) {
        return new InstitutionPublished(
                new InstitutionId(id),
                GTM,
                "Institución " + id,
                InstitutionKind.GOVERNMENT,
                List.of(points.length > 0 ? Mandate.RECEPTION : Mandate.FINANCE),
                Arrays.stream(points)
                        .map(point -> new ReceptionPoint(
                                new ReceptionPointId(point), "Centro " + point, ReceptionPointKind.AIRPORT))
                        .toList(),
                DirectoryStatus.ACTIVE,
                null,
                Instant.now());
    }

    /** Today where the node is. */
    protected static LocalDate today() {
        return LocalDate.now(GUATEMALA);
    }

    /** A request of the institution that receives people at the Air Force centre. */
    protected static RequestSpecification intake() {
        return by("gtm-igm");
    }

    public static RequestSpecification by(String institution) {
        return given().auth().oauth2(Tokens.of("gtm", institution, "intake")).contentType(ContentType.JSON);
    }

    protected static Response register(RegistrationForm form) {
        return intake().header("Idempotency-Key", UUID.randomUUID().toString())
                .body(form.json())
                .post("/v1/returns");
    }

    /** Withdraws the consent that was given with the registration. */
    protected static void withdraw(Response registered) {
        intake().delete("/v1/returns/" + registered.path("caseId") + "/consents/" + registered.path("consentId"))
                .then()
                .statusCode(204);
    }

    /** Erases a return, on which no consent may stand. */
    protected static void erase(Response registered) {
        withdraw(registered);
        intake().header("If-Match", "*")
                .delete("/v1/returns/" + registered.path("caseId"))
                .then()
                .statusCode(204);
    }

    /** The facts of one type under a key, once there are as many. */
    protected static <F extends Fact> List<F> awaitFacts(String topic, Object key, Class<F> type, int count) {
        return await().atMost(Duration.ofSeconds(60))
                .until(() -> Wire.facts(topic, key.toString(), type), facts -> facts.size() >= count);
    }

    /** What was published of a case's dossiers for a purpose. */
    protected static List<ConsumerRecord<String, String>> dossiers(String caseId, ConsentPurpose purpose) {
        List<ConsumerRecord<String, String>> all = Wire.dump(DOSSIERS).stream()
                .filter(record -> record.value().contains(caseId))
                .toList();
        Set<String> ids = all.stream()
                .filter(record -> record.value().contains("\"jwe\""))
                .map(record -> Json.read(record.value(), DossierFact.Sealed.class))
                .filter(dossier -> Purpose.is(purpose, dossier.jwe()))
                .map(DossierFact::subject)
                .collect(Collectors.toSet());
        return all.stream().filter(record -> ids.contains(record.key())).toList();
    }

    protected static ReturnFact.Registered awaitRegistered(Object caseId) {
        return awaitFacts(RETURNS, caseId, ReturnFact.Registered.class, 1).getFirst();
    }

    /** What waits in the outbox is on its topic: afterwards a topic holds all that was published. */
    protected void awaitEmptyOutbox() {
        await().atMost(Duration.ofSeconds(60)).until(() -> count("select count(*) from outbox") == 0);
    }

    /** Not one of the service's own connections, which tests of outages end. */
    protected static Connection databaseConnection() throws SQLException {
        Config config = ConfigProvider.getConfig();
        return DriverManager.getConnection(
                config.getValue("quarkus.datasource.jdbc.url", String.class),
                config.getValue("quarkus.datasource.username", String.class),
                config.getValue("quarkus.datasource.password", String.class));
    }

    protected static long count(String sql) {
        try (Connection connection = databaseConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    protected void execute(String sql) {
        try (Connection connection = databaseConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
