package org.puente.platform.web;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.puente.platform.PlatformTestBase;
import org.puente.platform.testing.Tokens;

@QuarkusTest
class ProblemsTest extends PlatformTestBase {

    @Test
    void namesTheRoleThatIsMissing() {
        given().auth()
                .oauth2(Tokens.of("gtm", "gtm-work", "case-manager"))
                .get("/v1/dead-letters")
                .then()
                .statusCode(403)
                .body("detail", containsString("operator"));
    }

    @Test
    void namesAFieldThatIsNotKnown() {
        mend("{\"paylod\": \"x\"}").body("errors[0].pointer", equalTo("/paylod"));
    }

    @Test
    void namesTheKnownFields() {
        mend("{\"paylod\": \"x\"}").body("errors[0].detail", startsWith("This field is not known"));
    }

    @Test
    void namesAFieldOfTheWrongType() {
        mend("{\"payload\": 1}").body("errors[0].pointer", equalTo("/payload"));
    }

    @Test
    void namesAFieldWithinAFieldOfTheWrongType() {
        post("{\"inner\": {\"text\": true}}", "/test/nested").body("errors[0].pointer", equalTo("/inner/text"));
    }

    @Test
    void showsWhereABodyIsNoJson() {
        mend("{\"payload\": ").body("type", equalTo("urn:puente:problem:malformed-json"));
    }

    @Test
    void showsWhereABodyEndsWithinAField() {
        post("{\"inner\": {", "/test/nested").body("type", equalTo("urn:puente:problem:malformed-json"));
    }

    @Test
    void aBodyThatIsNoObjectIsOfTheWrongType() {
        mend("[]").body("errors[0].code", equalTo("wrong-type"));
    }

    @Test
    void aBodyThatIsNotUtf8IsMalformed() {
        mend("{\"payload\": \"\u00ff\"}".getBytes(StandardCharsets.ISO_8859_1))
                .body("type", equalTo("urn:puente:problem:malformed-json"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "0", "501", "-1"})
    void aLimitThatIsNoneIsRefused(String limit) {
        given().auth()
                .oauth2(Tokens.region("operator"))
                .queryParam("limit", limit)
                .get("/v1/dead-letters")
                .then()
                .statusCode(400)
                .body("type", equalTo("urn:puente:problem:limit-out-of-range"));
    }

    private static ValidatableResponse post(String body, String path) {
        return given().contentType(ContentType.JSON)
                .body(body)
                .post(path)
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
    }

    private static ValidatableResponse mend(String body) {
        return mend(body.getBytes(StandardCharsets.UTF_8));
    }

    private static ValidatableResponse mend(byte[] body) {
        return given().auth()
                .oauth2(Tokens.operator("gtm"))
                .contentType(ContentType.JSON)
                .body(body)
                .post("/v1/dead-letters/{id}/replay", UUID.randomUUID().toString())
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
    }
}
