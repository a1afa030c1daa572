package org.puente.registry;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

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

    private static ValidatableResponse document() {
        return given().queryParam("format", "JSON").get("/q/openapi").then();
    }
}
