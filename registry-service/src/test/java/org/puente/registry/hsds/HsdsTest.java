package org.puente.registry.hsds;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.puente.contracts.DirectoryFact.OfferPublished;
import org.puente.contracts.NodeId;
import org.puente.registry.directory.StableId;

@QuarkusTest
class HsdsTest {
    private static final NodeId MEX = new NodeId("mex");
    private static final String SALUD = "/hsds/services/" + StableId.of(MEX, "offer/mex-salud");
    private static final String INM = "/hsds/organizations/" + StableId.of(MEX, "institution/mex-inm");

    @Test
    void namesTheStandardThatItKeepsAndWhereItIsDescribed() {
        given().get("/hsds")
                .then()
                .statusCode(200)
                .body("version", equalTo("3.0"))
                .body("profile", startsWith("https://"))
                .body("openapi_url", endsWith("/q/openapi?format=json"));
    }

    @Test
    void listsServicesInPagesAsTheStandardHasThem() {
        given().queryParam("per_page", 3)
                .queryParam("page", 2)
                .get("/hsds/services")
                .then()
                .statusCode(200)
                .body("page_number", equalTo(2))
                .body("size", equalTo(3))
                .body("first_page", equalTo(false))
                .body("last_page", equalTo(false))
                .body("empty", equalTo(false))
                .body("contents.size()", equalTo(3));
    }

    @Test
    void answersAPageBeyondTheLastWithAnEmptyOne() {
        given().queryParam("page", 1000)
                .get("/hsds/organizations")
                .then()
                .statusCode(200)
                .body("empty", equalTo(true))
                .body("last_page", equalTo(true))
                .body("contents.size()", equalTo(0));
    }

    @Test
    void refusesAPageThatCanNotBe() {
        given().header("Accept-Language", "es")
                .queryParam("page", 0)
                .get("/hsds/services")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("detail", equalTo("page comienza en 1 y per_page va de 1 a 500."));
    }

    @Test
    void speaksSpanishUnlessAskedOtherwise() {
        given().get(SALUD)
                .then()
                .header("Content-Language", "es")
                .body("name", startsWith("Acceso a servicios de salud"))
                .body("alternate_name", startsWith("Access to health services"))
                .body("eligibility_description", equalTo("Abierto a todas las personas."));
    }

    @Test
    void speaksEnglishWhenAsked() {
        given().header("Accept-Language", "en-US,en;q=0.9")
                .get(SALUD)
                .then()
                .header("Content-Language", "en")
                .body("name", startsWith("Access to health services"))
                .body("organization.description", equalTo("Government institution: health"));
    }

    @Test
    void showsAnInstitutionWithItsPlacesAndServices() {
        given().get(INM)
                .then()
                .statusCode(200)
                .body("locations.name", hasItems(startsWith("Punto de repatriación Tijuana")))
                .body("services.name", hasItems("Alimentos y bebidas a la llegada"))
                .body("organization_identifiers.identifier", contains("mex-inm"));
    }

    @Test
    void keepsRestrictedOffersFromThePublic() {
        UUID search = StableId.of(MEX, "offer/mex-busqueda");
        given().get("/hsds/services/" + search).then().statusCode(404);
        given().queryParam("per_page", 500)
                .get("/hsds/services")
                .then()
                .body("contents.id", everyItem(not(equalTo(search.toString()))));
        given().get("/hsds/organizations/" + StableId.of(MEX, "institution/mex-sre"))
                .then()
                .body("services.id", everyItem(not(equalTo(search.toString()))));
    }

    @Test
    void answersAnUnknownIdAsAProblem() {
        for (String id : List.of(UUID.randomUUID().toString(), "mex-salud")) {
            given().get("/hsds/services/" + id).then().statusCode(404).contentType("application/problem+json");
        }
    }

    @Test
    void showsAnotherNodesOfferWithAllThatBelongsToIt() {
        OfferPublished offer = Guatemala.publish();
        given().get("/hsds/services/" + StableId.of(offer.node(), offer.subject()))
                .then()
                .body("organization.name", equalTo("Ministerio de Trabajo"))
                .body("minimum_age", equalTo(18))
                .body("phones.number", contains("+50222334455"))
                .body("languages.code", contains("spa", "mam"))
                .body("schedules.byday", contains("MO,FR"))
                .body("schedules.timezone", contains(-6.0f))
                .body("required_documents.document", contains("constancia de retorno"))
                .body("capacities.available", contains(7))
                .body(
                        "eligibility_description",
                        equalTo("para mujeres; pueden venir sus hijas e hijos; de 18 a 24 años;"
                                + " nacionalidad: Guatemala; dentro de los 180 días tras el"
                                + " retorno; con: constancia de retorno"));
    }
}
