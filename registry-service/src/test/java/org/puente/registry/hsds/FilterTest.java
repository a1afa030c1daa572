package org.puente.registry.hsds;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.puente.contracts.DirectoryFact.OfferPublished;
import org.puente.contracts.NodeId;
import org.puente.platform.testing.Wire;
import org.puente.registry.Published;
import org.puente.registry.directory.Facet;
import org.puente.registry.directory.StableId;
import org.puente.registry.directory.Term;

@QuarkusTest
class FilterTest {
    private static final NodeId MEX = new NodeId("mex");
    private static final UUID INM = StableId.of(MEX, "institution/mex-inm");
    private static final String SALUD = StableId.of(MEX, "offer/mex-salud").toString();
    private static final String FOOD =
            StableId.of(MEX, "offer/mex-alimentacion").toString();

    @Test
    void findsServicesByATerm() {
        services("taxonomy_term_id", term(Facet.CATEGORY, "health"), "per_page", 500)
                .body("contents.id", hasItem(SALUD))
                .body("contents.id", not(hasItem(FOOD)));
    }

    @Test
    void findsServicesByTheTermAboveTheirs() {
        services("taxonomy_term_id", term(Facet.CATEGORY, null), "per_page", 500)
                .body("contents.id", hasItem(SALUD));
    }

    @Test
    void findsWhatMeetsAllConditionsTogether() {
        services("organization_id", INM, "taxonomy_term_id", term(Facet.CATEGORY, "immediate-aid"))
                .body("contents.id", contains(FOOD));
    }

    @Test
    void findsWhatHasAllTermsThatAreNamed() {
        given().queryParam("taxonomy_term_id", term(Facet.CATEGORY, "health").toString())
                .queryParam("taxonomy_term_id", term(Facet.LEVEL, "structural").toString())
                .get("/hsds/services")
                .then()
                .body("contents.id", not(hasItem(SALUD)));
    }

    @Test
    void findsNothingInAnotherTaxonomy() {
        services("taxonomy_id", UUID.randomUUID()).body("empty", equalTo(true));
        services("taxonomy_id", Taxonomy.ID).body("empty", equalTo(false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"taxonomy_term_id", "organization_id"})
    void findsNothingByAnIdThatIsNobodys(String parameter) {
        services(parameter, UUID.randomUUID())
                .body("empty", equalTo(true))
                .body("total_items", equalTo(0))
                .body("last_page", equalTo(true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"hospitalario", "HOSPITALARIO salud", "orientación", "orientacion", "transfer"})
    void findsWordsWithoutRegardToCapitalsAndAccents(String words) {
        services("search", words).body("empty", equalTo(false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "orientacio\u0301n",
                "hospitalario\u00a0salud",
                "\u2007hospitalario\u202f",
                "hospi\u200btalario",
                "hospi\u00adtalario",
                "\ufeffhospitalario",
                "\uff28ospitalario"
            })
    void findsWordsWhateverNoEyeSees(String words) {
        services("search", words).body("empty", equalTo(false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Brujuleo\u0301 fanta\u0301stico",
                "Bru\u00adjuleó\u00a0fanta\u200bstico",
                "\u2066BRUJULEÓ\u2069\u2003\uff26antástico\ufeff"
            })
    void findsWhatWasPublishedWithWhatNoEyeSees(String name) {
        OfferPublished offer = Guatemala.publish(name);
        services("search", "brujuleo fantástico").body("contents.id", hasItem(id(offer)));
    }

    @Test
    void aSearchForNothingThatIsSeenNarrowsNothing() {
        services("search", "\u200b\u00a0").body("empty", equalTo(false));
    }

    @Test
    void findsAServiceByWhoOffersIt() {
        services("search", "repatriacion digna alimentos").body("contents.id", contains(FOOD));
    }

    @Test
    void findsOnlyWhatHasEveryWord() {
        services("search", "alimentos hospitalario").body("empty", equalTo(true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "_", "'; drop table entry --", "\\"})
    void takesSignsForThemselves(String words) {
        services("search", words).body("empty", equalTo(true));
    }

    @Test
    void findsWhatHasChangedSince() {
        OfferPublished offer = Guatemala.publish();
        Instant since = Instant.now();
        services("modified_after", since, "per_page", 500).body("contents.id", not(hasItem(id(offer))));
        Wire.publish("gtm", "referral", Guatemala.capacity(offer, 3, Guatemala.NOON.plusSeconds(1)));
        Awaitility.await()
                .atMost(Published.PATIENCE)
                .untilAsserted(() ->
                        services("modified_after", since, "per_page", 500).body("contents.id", hasItem(id(offer))));
        capacities("modified_after", since)
                .body("contents.service_id", hasItem(id(offer)))
                .body("contents.unit.name", everyItem(equalTo("personas")));
    }

    @Test
    void showsACopyThatComesLateAmongWhatHasChanged() {
        Instant since = Instant.now();
        OfferPublished old = Guatemala.publish();
        assertThat(old.updatedAt()).isNotEqualTo(since);
        services("modified_after", since, "per_page", 500).body("contents.id", hasItem(id(old)));
    }

    @ParameterizedTest
    @CsvSource({"2026-11-01", "2026-11-01T00:00:00Z", "2026-11-01T00:00:00+02:00"})
    void takesADayOrATimeWithItsOffset(String time) {
        services("modified_after", time).body("empty", equalTo(false));
    }

    @ParameterizedTest
    @CsvSource({
        "services, modified_after, yesterday, invalid-parameter",
        "services, organization_id, mex-inm, invalid-parameter",
        "services, taxonomy_term_id, health, invalid-parameter",
        "services, format, xml, format-unknown",
        "services, page, one, page-out-of-range",
        "services, per_page, 501, page-out-of-range",
        "organizations, modified_after, 2026, invalid-parameter",
        "taxonomy_terms, parent_id, level, invalid-parameter",
        "service_at_locations, postcode, 01018, no-postcodes",
        "service_at_locations, proximity, 500, no-postcodes",
    })
    void refusesWhatCanNarrowNothing(String list, String parameter, String value, String code) {
        given().queryParam(parameter, value)
                .get("/hsds/" + list)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:puente:problem:" + code))
                .body("detail", not(containsString("{")));
    }

    @Test
    void refusesASearchWithoutEnd() {
        given().queryParam("search", "a ".repeat(101))
                .get("/hsds/services")
                .then()
                .statusCode(400);
    }

    @Test
    void showsOnlyWhatExistsWhereNoMoreIsAskedFor() {
        services("minimal", true)
                .body("total_pages", equalTo(1))
                .body("contents[0]", hasKey("modified_date"))
                .body("contents[0]", not(hasKey("name")));
    }

    @ParameterizedTest
    @CsvSource({"format, xml", "page, 0"})
    void aMinimalListRefusesWhatOtherListsRefuse(String parameter, String value) {
        given().queryParam("minimal", true)
                .queryParam(parameter, value)
                .get("/hsds/services")
                .then()
                .statusCode(400);
    }

    @Test
    void aPageOfAMinimalListIsThatPage() {
        services("minimal", true, "page", 2).body("page_number", equalTo(2));
    }

    @Test
    void streamsTheWholeListAnEntryOnEachLine() {
        int total = services("per_page", 1).extract().path("total_items");
        String lines =
                given().queryParam("format", "ndjson").get("/hsds/services").asString();
        assertThat(lines.lines().count()).isGreaterThanOrEqualTo(total);
        assertThat(lines.lines()).allMatch(line -> line.startsWith("{\"id\":"));
    }

    private static String id(OfferPublished offer) {
        return StableId.of(offer.node(), offer.subject()).toString();
    }

    private static UUID term(Facet facet, String code) {
        return TaxonomyTerm.idOf(new Term(facet, code));
    }

    private static ValidatableResponse services(String name, Object value, Object... more) {
        return list("services", name, value, more);
    }

    private static ValidatableResponse capacities(String name, Object value) {
        return list("service_capacities", name, value, "per_page", 500);
    }

    private static ValidatableResponse list(String list, String name, Object value, Object... more) {
        var request = given().queryParam(name, value.toString());
        for (int i = 0; i < more.length; i += 2) {
            request.queryParam(more[i].toString(), more[i + 1].toString());
        }
        return request.get("/hsds/" + list).then().statusCode(200);
    }
}
