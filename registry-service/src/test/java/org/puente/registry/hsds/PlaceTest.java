package org.puente.registry.hsds;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.puente.contracts.DirectoryFact.OfferPublished;
import org.puente.contracts.DirectoryStatus;
import org.puente.contracts.NodeId;
import org.puente.platform.testing.Tokens;
import org.puente.platform.testing.Wire;
import org.puente.registry.Published;
import org.puente.registry.directory.Offers;
import org.puente.registry.directory.StableId;

@QuarkusTest
class PlaceTest {
    private static final UUID INM = StableId.of(new NodeId("mex"), "institution/mex-inm");
    private static final UUID TIJUANA = StableId.of(INM, "location/mex-tijuana");

    @Test
    void listsWhereAnInstitutionReceivesPeople() {
        given().queryParam("organization_id", INM.toString())
                .get("/hsds/locations")
                .then()
                .statusCode(200)
                .body("total_items", equalTo(4))
                .body("contents.id", hasItem(TIJUANA.toString()))
                .body("contents.location_type", everyItem(equalTo("physical")));
    }

    @Test
    void findsALocationByItsWords() {
        given().queryParam("search", "tijuana repatriacion")
                .get("/hsds/locations")
                .then()
                .body("contents.id", contains(TIJUANA.toString()));
    }

    @Test
    void showsALocation() {
        given().header("Accept-Language", "en")
                .get("/hsds/locations/" + TIJUANA)
                .then()
                .statusCode(200)
                .body("name", startsWith("Punto de repatriación Tijuana"))
                .body("description", equalTo("Border crossing"))
                .body("external_identifier", equalTo("mex-tijuana"));
    }

    @Test
    void findsWhichServicesCanBeAskedForWhere() {
        given().queryParam("search", "tijuana alimentos")
                .get("/hsds/service_at_locations")
                .then()
                .body("contents.location_id", contains(TIJUANA.toString()))
                .body("contents.service.name", contains("Alimentos y bebidas a la llegada"));
    }

    @Test
    void showsAServiceAtALocationWithAllThatBelongsToIt() {
        OfferPublished offer = Guatemala.publish();
        UUID service = StableId.of(offer.node(), offer.subject());
        given().get("/hsds/service_at_locations/" + StableId.of(service, "location/gtm-zona-18"))
                .then()
                .statusCode(200)
                .body("service_id", equalTo(service.toString()))
                .body("location.name", equalTo("Ventanilla Zona 18"))
                .body("service.languages.code", contains("spa", "mam"));
    }

    @Test
    void keepsRestrictedOffersFromPlacesAndCapacities() {
        String category = "shelter-" + UUID.randomUUID();
        OfferPublished shelter = Offers.of(
                "gtm", "gtm-" + UUID.randomUUID(), "Casa", category, true, DirectoryStatus.ACTIVE, Guatemala.NOON);
        OfferPublished open = Guatemala.publish();
        Wire.publish("gtm", "referral", Guatemala.capacity(shelter, 1, Guatemala.NOON));
        Wire.publish("gtm", "registry", shelter);
        awaitInMap(category);
        UUID service = StableId.of(shelter.node(), shelter.subject());
        for (String id : new String[] {
            "service_at_locations/" + StableId.of(service, "location/gtm-zona-18"),
            "service_capacities/" + StableId.of(service, "capacity")
        }) {
            given().get("/hsds/" + id).then().statusCode(404);
        }
        for (String list : new String[] {"service_at_locations", "service_capacities"}) {
            given().queryParam("per_page", 500)
                    .get("/hsds/" + list)
                    .then()
                    .body(
                            "contents.service_id",
                            hasItem(StableId.of(open.node(), open.subject()).toString()))
                    .body("contents.service_id", not(hasItem(service.toString())));
        }
    }

    /** Those who look after the whole see restricted offers on the map. */
    private static void awaitInMap(String category) {
        Awaitility.await()
                .atMost(Published.PATIENCE)
                .untilAsserted(() -> given().auth()
                        .oauth2(Tokens.region("operator"))
                        .queryParam("category", category)
                        .get("/v1/directory/map")
                        .then()
                        .statusCode(200) // the category is known once the offer has come
                        .body("offers.size()", equalTo(1)));
    }

    @Test
    void showsWhatIsFree() {
        OfferPublished offer = Guatemala.publish();
        UUID service = StableId.of(offer.node(), offer.subject());
        given().header("Accept-Language", "en")
                .get("/hsds/service_capacities/" + StableId.of(service, "capacity"))
                .then()
                .statusCode(200)
                .body("available", equalTo(7))
                .body("maximum", equalTo(30))
                .body("unit.name", equalTo("persons"))
                .body("updated", equalTo("2026-11-22T12:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"locations", "service_at_locations", "service_capacities"})
    void answersAnUnknownIdAsAProblem(String list) {
        given().get("/hsds/" + list + "/" + UUID.randomUUID())
                .then()
                .statusCode(404)
                .contentType("application/problem+json");
    }
}
