package org.puente.registry.freshness;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.puente.contracts.NodeId;
import org.puente.platform.testing.Management;
import org.puente.platform.testing.TestClock;
import org.puente.platform.testing.Tokens;
import org.puente.registry.directory.StableId;
import org.puente.registry.editing.Editors;
import org.puente.registry.forms.Samples;

@QuarkusTest
class FreshnessTest {
    private static final int ASSURED_FOR = 180;

    @Inject
    StaleCount staleCount;

    @Test
    void marksWhatNobodyHasAssuredForTooLong() {
        String institution = Editors.institution();
        String fresh = Editors.offer(institution, assured(ASSURED_FOR - 2));
        String stale = Editors.offer(institution, assured(ASSURED_FOR));
        entries(institution, "stale", "true").body("items.id", contains(stale));
        entries(institution, "stale", "false")
                .body("items.id", containsInAnyOrder(institution, fresh))
                .body("items.stale", everyItem(equalTo(false)));
    }

    @Test
    void marksWhatNobodyHasEverAssured() {
        String institution = Editors.institution();
        ObjectNode never = Samples.offer();
        never.remove("assuredOn");
        String id = Editors.offer(institution, never);
        entries(institution, "stale", "true").body("items.id", contains(id)).body("items[0].staleFrom", nullValue());
    }

    @Test
    void asksNobodyToAssureWhatIsWithdrawn() {
        String institution = Editors.institution();
        String id = Editors.offer(institution, assured(ASSURED_FOR).put("status", "withdrawn"));
        entries(institution, "kind", "offer").body("items.id", contains(id)).body("items[0].stale", equalTo(false));
        freshness(institution).body("entries", equalTo(1)).body("stale", equalTo(0));
    }

    @Test
    void isFreshAgainOnceAssured() {
        String institution = Editors.institution();
        String id = Editors.offer(institution, assured(ASSURED_FOR + 40));
        Editors.put(institution, "offers", id, "\"1\"", assured(0)).then().statusCode(200);
        entries(institution, "stale", "true").body("items.size()", equalTo(0));
    }

    @Test
    void countsThemByInstitution() {
        String institution = Editors.institution();
        Editors.offer(institution, assured(0));
        String oldest = day(ASSURED_FOR + 20);
        Editors.offer(institution, Samples.offer().put("assuredOn", oldest));
        freshness(institution)
                .body("assuredFor", equalTo("PT4320H"))
                .body("entries", equalTo(3))
                .body("stale", equalTo(1))
                .body("institutions.institution", contains(institution))
                .body("institutions[0].oldestAssurance", equalTo(oldest));
    }

    @Test
    void countsThemForOperators() throws Throwable {
        VertxContextSupport.subscribeAndAwait(staleCount::count);
        assertThat(given().get(Management.at("/q/metrics")).asString())
                .containsPattern(metric("puente_directory_stale", "offer"))
                .containsPattern(metric("puente_directory_entries", "institution"));
    }

    private static String metric(String name, String kind) {
        return name + "\\{[^}]*kind=\"" + kind + "\"[^}]*\\} [1-9]";
    }

    @Test
    void showsOperatorsTheWholeNode() {
        given().auth()
                .oauth2(Tokens.region("operator"))
                .get("/v1/directory/freshness")
                .then()
                .statusCode(200)
                .body("institutions.institution", hasItems("mex-inm", "mex-sep"))
                .body("stale", greaterThan(0));
    }

    @Test
    void leadsFromPageToPage() {
        String institution = Editors.institution();
        String offer = Editors.offer(institution, assured(0));
        String next = entries(institution, "limit", "1")
                .body("items.id", contains(institution))
                .extract()
                .path("next");
        entries(institution, "cursor", next).body("items.id", contains(offer)).body("next", nullValue());
    }

    @Test
    void showsWhatHasChangedSince() {
        String institution = Editors.institution();
        String since = entries(institution, "limit", "1").extract().path("items[0].updatedAt");
        String offer = Editors.offer(institution, assured(0));
        entries(institution, "modifiedAfter", since).body("items.id", contains(offer));
    }

    @ParameterizedTest
    @CsvSource({"kind, node", "stale, maybe", "modifiedAfter, yesterday", "cursor, x", "limit, 0"})
    void refusesWhatItCanNotTake(String parameter, String value) {
        given().auth()
                .oauth2(Tokens.of("mex", "mex-stps", "directory-editor"))
                .queryParam(parameter, value)
                .get("/v1/directory/entries")
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
    }

    @Test
    void warnsThePublicOfAStaleOffer() {
        String institution = Editors.institution();
        String day = day(ASSURED_FOR + 10);
        String id = Editors.offer(institution, Samples.offer().put("assuredOn", day));
        given().header("Accept-Language", "en")
                .get("/hsds/services/" + StableId.of(new NodeId("mex"), "offer/" + id))
                .then()
                .body("assured_date", equalTo(day))
                .body("alert", equalTo("Last assured on " + day + "; ask before you refer."));
    }

    private static ObjectNode assured(int daysAgo) {
        return Samples.offer().put("assuredOn", day(daysAgo));
    }

    private static String day(int daysAgo) {
        return LocalDate.ofInstant(TestClock.now(), ZoneOffset.UTC)
                .minusDays(daysAgo)
                .toString();
    }

    private static ValidatableResponse entries(String institution, String name, String value) {
        return given().auth()
                .oauth2(Tokens.of("mex", institution, "directory-editor"))
                .queryParam(name, value)
                .get("/v1/directory/entries")
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse freshness(String institution) {
        return given().auth()
                .oauth2(Tokens.of("mex", institution, "directory-editor"))
                .get("/v1/directory/freshness")
                .then()
                .statusCode(200);
    }
}
