package org.puente.registry.editing;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.puente.platform.testing.Tokens;
import org.puente.registry.forms.Samples;

/** An institution that gives itself power over people whom nobody sent to it. */
@QuarkusTest
class MandatesTest {
    private static ValidatableResponse put(String institution, String path, ObjectNode body) {
        return given().auth()
                .oauth2(Tokens.of("mex", institution, "directory-editor"))
                .contentType(ContentType.JSON)
                .body(body.toString())
                .put(path)
                .then();
    }

    private static ObjectNode doing(String mandate) {
        String own = "mex-" + UUID.randomUUID();
        return Samples.with(
                Samples.with(Samples.institution(), "/does", "[\"" + mandate + "\"]"),
                "/receptionPoints/0/id",
                "\"" + own + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"follow-up", "child-protection"})
    void isRefused(String mandate) {
        String id = "mex-" + UUID.randomUUID();
        put(id, "/v1/institutions/" + id, doing(mandate))
                .statusCode(400)
                .body("errors.code", contains("mandate-is-given"))
                .body("errors.pointer", contains("/does/0"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"reintegration", "health", "legal"})
    void mayStillStateWhatElseItDoes(String mandate) {
        String id = "mex-" + UUID.randomUUID();
        put(id, "/v1/institutions/" + id, doing(mandate)).statusCode(201);
    }

    @Test
    void doesNotGetChildrenByAnOfferOfItsOwn() {
        String id = "mex-" + UUID.randomUUID();
        put("mex-stps", "/v1/offers/" + id, Samples.with(Samples.offer(), "/category", "\"child-protection\""))
                .statusCode(400)
                .body("errors.pointer", contains("/category"));
    }

    @Test
    void aProtectionAuthorityOfTheCatalogueMakesSuchOffers() {
        String id = "mex-" + UUID.randomUUID();
        put("mex-dif", "/v1/offers/" + id, Samples.with(Samples.offer(), "/category", "\"child-protection\""))
                .statusCode(201);
    }
}
