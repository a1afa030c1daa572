package org.puente.registry;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DescriptionTest {

    @Test
    void namesTheWordsOfACodeAsTheyGoOverTheWire() {
        document().body("components.schemas.Sex.enum", contains("F", "M", "X", "unknown"));
    }

    @Test
    void describesAnIdAsAString() {
        document().body("components.schemas.OfferId.type", equalTo("string"));
    }

    @Test
    void namesWhatAListIsNarrowedBy() {
        document()
                .body(
                        "paths.'/hsds/services'.get.parameters.name",
                        hasItems("search", "page", "per_page", "taxonomy_term_id", "full"));
    }

    @Test
    void describesANumberOfAPageAsANumber() {
        document()
                .body(
                        "paths.'/hsds/services'.get.parameters.find { it.name == 'page' }" + ".schema.toString()",
                        anyOf(containsString("integer"), containsString("PageNumber")));
    }

    private static ValidatableResponse document() {
        return given().queryParam("format", "JSON").get("/q/openapi").then();
    }
}
