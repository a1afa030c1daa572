package org.puente.reception.rights;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import org.puente.reception.ReceptionTest;
import org.puente.reception.RegistrationForm;

/** Requests about the data of people whom a desk in Guatemala has registered. */
abstract class DataRequestTestBase extends ReceptionTest {
    static String caseOf(RegistrationForm form) {
        return caseOf(register(form));
    }

    /** The case of a person whom another institution of the node registers. */
    static String caseElsewhere(RegistrationForm form) {
        return caseOf(by("gtm-other")
                .body(form.with("/receptionPoint", "'gtm-other-desk'").json())
                .post("/v1/returns"));
    }

    private static String caseOf(Response registered) {
        assertThat(registered.statusCode()).as(registered.asString()).isEqualTo(201);
        return registered.path("caseId");
    }

    static Response requestsElsewhere(String caseId) {
        return by("gtm-other").get("/v1/data-requests?caseId=" + caseId);
    }

    static Response ask(String caseId, String kind, String more) {
        return intake().body("{\"caseId\": \"%s\", \"kind\": \"%s\"%s}"
                        .formatted(caseId, kind, more.isEmpty() ? "" : ", " + more))
                .post("/v1/data-requests");
    }

    static Response answer(String id, String answer) {
        return intake().body("{" + answer + "}").post("/v1/data-requests/" + id + "/answer");
    }

    static String id(Response request) {
        return request.path("requestId");
    }

    long rows(String caseId) {
        return count("select count(*) from data_request where case_id = '" + caseId + "'");
    }
}
