package org.puente.reception.returns.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import org.puente.reception.ReceptionTest;
import org.puente.reception.RegistrationForm;

/** Two institutions with their returns, matches and decisions. */
abstract class MatchTestBase extends ReceptionTest {
    static final String OTHER = "gtm-other";

    static String id(Response registered) {
        assertThat(registered.statusCode()).as(registered.asString()).isEqualTo(201);
        return registered.path("caseId");
    }

    static Response read(String caseId) {
        return intake().get("/v1/returns/" + caseId);
    }

    static JsonPath matches(String caseId) {
        return intake().get("/v1/returns/" + caseId + "/matches").jsonPath();
    }

    static String onlyMatch(String caseId) {
        List<String> all = matches(caseId).getList("matches.matchId");
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    static Response decide(String caseId, String match, String decision) {
        return intake().body("{\"decision\": \"%s\"}".formatted(decision))
                .put("/v1/returns/" + caseId + "/matches/" + match);
    }

    static JsonPath matches(String institution, String caseId) {
        return by(institution).get("/v1/returns/" + caseId + "/matches").jsonPath();
    }

    static Response decide(String institution, String caseId, String match, String decision) {
        return by(institution)
                .body("{\"decision\": \"%s\"}".formatted(decision))
                .put("/v1/returns/" + caseId + "/matches/" + match);
    }

    /** Registered at the desk of another institution. */
    static Response registerElsewhere(RegistrationForm form) {
        return by(OTHER)
                .body(form.with("/receptionPoint", "'gtm-other-desk'").json())
                .post("/v1/returns");
    }

    /** Registered at the own desk; forms are changed by {@link #registerElsewhere}. */
    static Response registerHere(RegistrationForm form) {
        return register(form.with("/receptionPoint", "'gtm-fag'"));
    }

    static String person(String institution, String caseId) {
        return by(institution).get("/v1/returns/" + caseId).path("personId");
    }

    static String person(String caseId) {
        return person("gtm-igm", caseId);
    }

    static void amend(String caseId, String patch) {
        intake().contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .body(patch)
                .patch("/v1/returns/" + caseId)
                .then()
                .statusCode(200);
    }
}
