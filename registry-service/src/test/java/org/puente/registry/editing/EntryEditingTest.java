package org.puente.registry.editing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;
import org.puente.registry.Published;
import org.puente.registry.forms.Samples;

@QuarkusTest
class EntryEditingTest {

    @Test
    void createsAnOfferAndPublishesIt() {
        String id = fresh();
        as("mex-stps")
                .body(Samples.offer().toString())
                .put("/v1/offers/" + id)
                .then()
                .statusCode(201)
                .header("Location", containsString("/v1/offers/" + id))
                .header("ETag", "\"1\"");
        assertThat(Published.await("mex", "offer/" + id, found -> found.size() == 1)
                        .getFirst()
                        .value())
                .contains("\"institution\":\"mex-stps\"")
                .contains("\"urgent\":\"PT24H\"");
    }

    @Test
    void showsAnOfferAsItWasWritten() {
        String id = created();
        assertThat(written(id)).isEqualTo(Samples.offer());
    }

    @Test
    void replacesAnOfferThatWasRead() {
        String id = created();
        as("mex-stps")
                .header("If-Match", "\"1\"")
                .body(Samples.with(Samples.offer(), "/status", "\"paused\"").toString())
                .put("/v1/offers/" + id)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"");
        assertThat(Published.await("mex", "offer/" + id, found -> found.size() == 2)
                        .getLast()
                        .value())
                .contains("\"status\":\"paused\"");
    }

    @Test
    void publishesNothingWhereNothingIsChanged() {
        String id = created();
        as("mex-stps")
                .header("If-Match", "\"1\"")
                .body(Samples.offer().toString())
                .put("/v1/offers/" + id)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"");
    }

    @Test
    void refusesAStaleChange() {
        String id = created();
        as("mex-stps")
                .header("If-Match", "\"7\"")
                .body(Samples.offer().toString())
                .put("/v1/offers/" + id)
                .then()
                .statusCode(412);
    }

    @Test
    void refusesAChangeOfWhatWasNotRead() {
        String id = created();
        as("mex-stps")
                .body(Samples.offer().toString())
                .put("/v1/offers/" + id)
                .then()
                .statusCode(428);
    }

    @Test
    void refusesToChangeWhatIsNotThere() {
        as("mex-stps")
                .header("If-Match", "*")
                .body(Samples.offer().toString())
                .put("/v1/offers/" + fresh())
                .then()
                .statusCode(412);
    }

    @Test
    void hidesAnotherInstitutionsOffer() {
        as("mex-sep")
                .header("If-Match", "*")
                .body(Samples.offer().toString())
                .put("/v1/offers/mex-empleo")
                .then()
                .statusCode(404);
    }

    @Test
    void hidesAnotherNodesOffer() {
        as("mex-stps")
                .body(Samples.offer().toString())
                .put("/v1/offers/hnd-reinsercion")
                .then()
                .statusCode(404)
                .body("detail", containsString("mex-"));
    }

    @Test
    void hidesAnotherInstitutionsEntry() {
        as("mex-sep")
                .header("If-Match", "*")
                .body(Samples.institution().toString())
                .put("/v1/institutions/mex-stps")
                .then()
                .statusCode(404);
    }

    @Test
    void refusesAnOfferOfAnInstitutionThatHasNoEntry() {
        as("mex-nueva")
                .body(Samples.offer().toString())
                .put("/v1/offers/" + fresh())
                .then()
                .statusCode(422)
                .body("detail", containsString("/v1/institutions/{id}"));
    }

    @Test
    void createsTheEntryOfANewInstitution() {
        String id = fresh();
        as(id).body(Samples.with(Samples.institution(), "/receptionPoints/0/id", "\"" + fresh() + "\"")
                        .toString())
                .put("/v1/institutions/" + id)
                .then()
                .statusCode(201);
        assertThat(Published.await("mex", "institution/" + id, found -> found.size() == 1)
                        .getFirst()
                        .value())
                .contains("\"kind\":\"civil-society\"");
    }

    @Test
    void refusesAReceptionPointOfAnotherInstitution() {
        String id = fresh();
        as(id).body(Samples.with(Samples.institution(), "/receptionPoints/0/id", "\"mex-tijuana\"")
                        .toString())
                .put("/v1/institutions/" + id)
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/receptionPoints/0/id"));
    }

    @Test
    void namesAllWrongFieldsInTheLanguageOfTheRequest() {
        as("mex-stps")
                .header("Accept-Language", "es-MX")
                .body(Samples.with(
                                Samples.with(Samples.offer(), "/coverage/1", "\"GUATE\""), "/eligibility/maxAge", "17")
                        .toString())
                .put("/v1/offers/" + fresh())
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.pointer", contains("/eligibility/maxAge", "/coverage/1"))
                .body("errors[0].detail", equalTo("Es menor que la edad mínima, 18."));
    }

    @Test
    void namesAFieldThatItDoesNotKnow() {
        as("mex-stps")
                .body(Samples.with(Samples.offer(), "/eligibility/minimumAge", "18")
                        .toString())
                .put("/v1/offers/" + fresh())
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/eligibility/minimumAge"))
                .body("errors[0].code", equalTo("unknown-field"));
    }

    @Test
    void namesTheWordsThatACodeCanBe() {
        as("mex-stps")
                .body(Samples.with(Samples.offer(), "/level", "\"personal\"").toString())
                .put("/v1/offers/" + fresh())
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/level"))
                .body("errors[0].detail", containsString("individual, community, structural"));
    }

    @Test
    void wantsABody() {
        as("mex-stps").put("/v1/offers/" + fresh()).then().statusCode(400);
    }

    @Test
    void changesHowManyPlacesThereAre() {
        String id = created();
        as("mex-stps")
                .header("If-Match", "\"1\"")
                .body("{\"maximum\": 5, \"unit\": \"persons\"}")
                .put("/v1/offers/" + id + "/capacity")
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"");
        assertThat(Published.await("mex", "offer/" + id, found -> found.size() == 2)
                        .getLast()
                        .value())
                .contains("\"maximum\":5");
    }

    @Test
    void leavesTheRestOfTheOfferAsItIsWhenPlacesChange() {
        String id = created();
        as("mex-stps")
                .header("If-Match", "\"1\"")
                .body("{\"maximum\": 5, \"unit\": \"persons\"}")
                .put("/v1/offers/" + id + "/capacity");
        assertThat(written(id)).isEqualTo(Samples.with(Samples.offer(), "/capacity/maximum", "5"));
    }

    @Test
    void namesWhatIsWrongWithPlaces() {
        as("mex-stps")
                .header("If-Match", "\"1\"")
                .body("{\"maximum\": -5}")
                .put("/v1/offers/" + created() + "/capacity")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/maximum", "/unit"));
    }

    @Test
    void doesNotGuessWhatIsFree() {
        as("mex-stps")
                .get("/v1/offers/" + created() + "/capacity")
                .then()
                .statusCode(200)
                .body("maximum", equalTo(20))
                .body("available", nullValue());
    }

    /** An offer without what the service adds to it. */
    private static ObjectNode written(String id) {
        ObjectNode shown = as("mex-stps").get("/v1/offers/" + id).as(ObjectNode.class);
        shown.remove("standing");
        return shown;
    }

    private static String fresh() {
        return Editors.fresh();
    }

    private static String created() {
        return Editors.offer("mex-stps", Samples.offer());
    }

    private static RequestSpecification as(String institution) {
        return Editors.as(institution);
    }
}
