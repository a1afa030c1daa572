package org.puente.registry.editing;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.puente.platform.testing.Tokens;
import org.puente.registry.forms.Samples;

@QuarkusTest
class EditAuditTest {
    private static final String STPS = "mex-stps";

    @Test
    void keepsWhoCorrectedPlacesWhenAndFromWhatToWhat() {
        String id = Editors.offer(STPS, Samples.offer());
        correct(id, "{\"maximum\": 5, \"unit\": \"households\"}").statusCode(200);
        audit(id, "capacity.corrected")
                .body("items.institution", contains(STPS))
                .body("items[0].actor", equalTo(STPS))
                .body("items[0].at", notNullValue())
                .body("items[0].fields", contains("capacity"))
                .body("items[0].why", equalTo("by hand, from 20 persons to 5 households"));
    }

    @Test
    void keepsNothingOfACorrectionThatChangesNothing() {
        String id = Editors.offer(STPS, Samples.offer());
        correct(id, "{\"maximum\": 20, \"unit\": \"persons\"}").statusCode(200);
        audit(id, "capacity.corrected").body("items.size()", equalTo(0));
    }

    @Test
    void keepsNothingOfACorrectionThatIsRefused() {
        String id = Editors.offer(STPS, Samples.offer());
        correct(id, "{\"maximum\": -1, \"unit\": \"persons\"}").statusCode(400);
        audit(id, "capacity.corrected").body("items.size()", equalTo(0));
    }

    @Test
    void keepsPlacesThatWereCorrectedWithTheRestOfTheOffer() {
        String id = Editors.offer(STPS, Samples.offer());
        ObjectNode unlimited = Samples.offer();
        unlimited.remove("capacity");
        unlimited.put("status", "paused");
        Editors.put(STPS, "offers", id, "\"1\"", unlimited);
        audit(id, "capacity.corrected").body("items[0].why", equalTo("by hand, from 20 persons to no limit"));
        audit(id, "entry.changed").body("items[0].fields", contains("capacity", "status"));
    }

    @Test
    void keepsWhoBroughtAnEntry() {
        audit(Editors.offer(STPS, Samples.offer()), "entry.created").body("items.actor", contains(STPS));
    }

    private static ValidatableResponse correct(String id, String places) {
        return Editors.as(STPS)
                .header("If-Match", "\"1\"")
                .body(places)
                .put("/v1/offers/" + id + "/capacity")
                .then();
    }

    private static ValidatableResponse audit(String id, String action) {
        return given().auth()
                .oauth2(Tokens.region("auditor"))
                .queryParam("subject", "offer/" + id)
                .queryParam("action", action)
                .get("/v1/audit")
                .then()
                .statusCode(200);
    }
}
