package org.puente.followup;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.inject.spi.CDI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.puente.contracts.CaseId;
import org.puente.contracts.Fact;
import org.puente.contracts.FollowUpFact;
import org.puente.local.testing.BackboneResource;
import org.puente.platform.testing.TestClock;
import org.puente.platform.testing.TestRealm;
import org.puente.platform.testing.Tokens;
import org.puente.platform.testing.Wire;

/** The follow-up service of Honduras, over the real broker and the real database. */
@QuarkusTestResource(TestRealm.class)
@QuarkusTestResource(
        value = BackboneResource.class,
        initArgs = {@ResourceArg(name = "node", value = "hnd"), @ResourceArg(name = "service", value = "followup")})
public abstract class FollowUpServiceTestBase {
    protected static final Duration SOON = Duration.ofSeconds(90);
    protected static final Duration MONTH = Duration.ofDays(30);
    protected static final String RECEPTION = "hnd-inm";
    protected static final String MUNICIPAL = "hnd-umar-sps";
    protected static final String TOPIC = "puente.hnd.followups";

    /** A visit at which every question was asked. */
    protected static final String ANSWERED = """
            {"outcome": "reached",
             "instrument": {"id": "puente-baseline-1", "version": 1},
             "answers": {"paid-work": "yes", "less-food": "often", "housing": "good",
                         "schooling": null, "distress": "never"},
             "needs": []}
            """;

    private static final String NODE = "hnd";
    private static final String ENTRIES = "select count(*) from directory_entry where subject in ('node/hnd',"
            + " 'institution/hnd-umar-sps', 'offer/hnd-umar-sps-offer')";

    /** San Pedro Sula's municipal unit follows up who goes to Cortés. */
    @BeforeAll
    static void theDirectoryIsKnown() {
        publish(Registry.node());
        publish(Registry.institution(MUNICIPAL, NODE));
        publish(Registry.offer(MUNICIPAL, "HN-CR"));
        await().atMost(SOON).until(() -> query(ENTRIES).equals("3"));
    }

    /** Puts facts on Honduras' topics, as its reception and registry would. */
    protected static void publish(Fact... facts) {
        for (Fact fact : facts) {
            Wire.publish(NODE, "test", fact);
        }
    }

    /** What the service has published of a case, in that order. */
    protected static <T extends FollowUpFact> List<T> published(CaseId caseId, Class<T> type) {
        return Wire.facts(TOPIC, caseId.toString(), type);
    }

    /** Waits until the service has published as many facts of a type of a case, and gives them. */
    protected static <T extends FollowUpFact> List<T> awaited(CaseId caseId, Class<T> type, int count) {
        return await().atMost(SOON).until(() -> published(caseId, type), facts -> facts.size() == count);
    }

    /** A case with consent and plan. */
    protected static Person planned(Person person) {
        publish(person.registered(), person.consents(null));
        await().atMost(SOON)
                .until(() ->
                        !published(person.caseId(), FollowUpFact.Planned.class).isEmpty());
        return person;
    }

    /** A case whose first follow-up is due; gives that one's id. */
    protected static String due(Person person) {
        planned(person);
        TestClock.forward(MONTH);
        return awaited(person.caseId(), FollowUpFact.Due.class, 1)
                .getFirst()
                .followUpId()
                .toString();
    }

    protected static RequestSpecification as(String institution) {
        return given().auth().oauth2(Tokens.of("hnd", institution, "case-manager"));
    }

    protected static Response plan(Person person, String institution) {
        return as(institution).get("/v1/cases/{id}/followups", person.caseId().toString());
    }

    protected static Response visit(String followUp, String institution, String body) {
        return as(institution).contentType(ContentType.JSON).body(body).post("/v1/followups/{id}/visit", followUp);
    }

    protected static String query(String sql) {
        try (Connection connection = database().getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            return result.next() ? result.getString(1) : null;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    protected static DataSource database() {
        return CDI.current().select(DataSource.class).get();
    }
}
