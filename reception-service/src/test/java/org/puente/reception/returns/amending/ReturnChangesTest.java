package org.puente.reception.returns.amending;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.puente.reception.ReceptionTest;
import org.puente.reception.RegistrationForm;

/** The history of what was changed in a return. */
@QuarkusTest
class ReturnChangesTest extends ReceptionTest {
    @Test
    void namesTheFieldsThatWereChangedAndNoValue() {
        String caseId = register(RegistrationForm.filled()).path("caseId");
        assertThat(patch(caseId, "{\"person\": {\"familyNames\": \"Xiquin\"}, \"will\": \"voluntary\"}", "")
                        .statusCode())
                .isEqualTo(200);

        assertThat(changes(caseId).<List<List<String>>>path("changes.fields"))
                .containsExactly(List.of("/person/familyNames", "/will"));
        assertThat(count(
                        "select count(*) from return_change where case_id = '" + caseId + "' and fields like '%Xiqu%'"))
                .isZero();
    }

    @Test
    void namesEachVersionOnce() {
        String caseId = register(RegistrationForm.filled()).path("caseId");
        patch(caseId, "{\"will\": \"voluntary\"}", "");
        patch(caseId, "{\"will\": \"voluntary\"}", "");
        patch(caseId, "{\"will\": \"forced\"}", "");

        assertThat(changes(caseId).<List<Integer>>path("changes.version")).containsExactly(2, 3);
        assertThat(changes(caseId).<List<String>>path("changes.institution")).containsOnly("gtm-igm");
    }

    @Test
    void namesTheRequestBecauseOfWhichItWasChanged() {
        String caseId = register(RegistrationForm.filled()).path("caseId");
        String request = request(caseId, "rectification");
        Response amended = patch(caseId, "{\"will\": \"voluntary\"}", "?dataRequest=" + request);

        assertThat(amended.statusCode()).as(amended.asString()).isEqualTo(200);
        assertThat(changes(caseId).<List<String>>path("changes.dataRequestId")).containsExactly(request);
    }

    @Test
    void refusesARequestOfAnotherCaseOrOfAnotherKind() {
        String caseId = register(RegistrationForm.filled()).path("caseId");
        String other = request(register(RegistrationForm.filled()).path("caseId"), "rectification");

        for (String id :
                List.of(other, request(caseId, "access"), UUID.randomUUID().toString(), "x")) {
            assertThat(patch(caseId, "{\"will\": \"voluntary\"}", "?dataRequest=" + id)
                            .statusCode())
                    .isEqualTo(400);
        }
        assertThat(changes(caseId).<List<Integer>>path("changes.version")).isEmpty();
    }

    private static String request(String caseId, String kind) {
        return intake().body("{\"caseId\": \"%s\", \"kind\": \"%s\"}".formatted(caseId, kind))
                .post("/v1/data-requests")
                .path("requestId");
    }

    private static Response patch(String caseId, String patch, String query) {
        return intake().contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .body(patch)
                .patch("/v1/returns/" + caseId + query);
    }

    /** The export shows them, which the person has asked for. */
    private static Response changes(String caseId) {
        request(caseId, "access");
        return intake().get("/v1/returns/" + caseId + "/export");
    }
}
