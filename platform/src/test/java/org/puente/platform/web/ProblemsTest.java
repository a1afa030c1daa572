package org.puente.platform.web;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.puente.platform.Slice;
import org.puente.platform.testing.Tokens;

@QuarkusTest
class ProblemsTest extends Slice {

    @Test
    void namesAFieldThatIsNotKnown() {
        mend("{\"paylod\": \"x\"}").body("errors[0].pointer", equalTo("/paylod"));
    }

    @Test
    void saysWhichFieldsAreKnown() {
        mend("{\"paylod\": \"x\"}").body("errors[0].detail", startsWith("This field is not known"));
    }

    @Test
    void namesAFieldOfTheWrongType() {
        mend("{\"payload\": 1}").body("errors[0].pointer", equalTo("/payload"));
    }

    @Test
    void namesAFieldWithinAFieldOfTheWrongType() {
        mend("{\"headers\": {\"ce_id\": true}}")
                .body("errors[0].pointer", equalTo("/headers/ce_id"));
    }

    @Test
    void saysWhereABodyIsNoJson() {
        mend("{\"payload\": ").body("type", equalTo("urn:puente:problem:malformed-json"));
    }

    private static ValidatableResponse mend(String body) {
        return given().auth()
                .oauth2(Tokens.region("operator"))
                .contentType(ContentType.JSON)
                .body(body)
                .post("/v1/dead-letters/{id}/replay", UUID.randomUUID().toString())
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
    }
}
