package org.puente.reception.rights;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.puente.reception.RegistrationForm;

/** How a request is answered, and what must be done before it is granted. */
@QuarkusTest
class DataRequestAnswerTest extends DataRequestTestBase {
    @Test
    void isAnsweredOnce() {
        String id = id(ask(caseOf(RegistrationForm.filled()), "access", ""));

        Response answered = answer(id, "\"outcome\": \"granted\"");
        assertThat(answered.<String>path("status")).isEqualTo("answered");
        assertThat(answered.<List<String>>path("history.what")).containsExactly("received", "answered");
        assertThat(answer(id, "\"outcome\": \"refused\", \"answer\": \"No\"").statusCode())
                .isEqualTo(409);
    }

    @Test
    void wantsAReasonWhereNotAllIsGranted() {
        String id = id(ask(caseOf(RegistrationForm.filled()), "access", ""));

        assertThat(answer(id, "\"outcome\": \"refused\"").<String>path("errors[0].code"))
                .isEqualTo("reason-missing");
        assertThat(answer(id, "\"outcome\": \"partly-granted\", \"answer\": \"  \"")
                        .statusCode())
                .isEqualTo(400);
        assertThat(answer(id, "\"outcome\": \"refused\", \"answer\": \"Ya se entregó.\"")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void grantsAnErasureOnlyWhenItIsDone() {
        Response registered = register(RegistrationForm.filled());
        String caseId = registered.path("caseId");
        String id = id(ask(caseId, "erasure", "\"details\": \"Todo lo mío\""));
        assertThat(answer(id, "\"outcome\": \"granted\"").statusCode()).isEqualTo(422);

        withdraw(registered);
        intake().header("If-Match", "*").delete("/v1/returns/" + caseId).then().statusCode(204);

        Response answered = answer(id, "\"outcome\": \"granted\"");
        assertThat(answered.statusCode()).as(answered.asString()).isEqualTo(200);
        assertThat(answered.<String>path("details")).isNull();
    }

    @Test
    void grantsAnObjectionOnlyWhenNoConsentStands() {
        Response registered = register(RegistrationForm.filled());
        String id = id(ask(registered.path("caseId"), "objection", ""));
        assertThat(answer(id, "\"outcome\": \"granted\"").statusCode()).isEqualTo(422);

        withdraw(registered);

        assertThat(answer(id, "\"outcome\": \"granted\"").statusCode()).isEqualTo(200);
    }

    @Test
    void grantsAnErasureOnlyWhenEveryCaseOfThePersonHereIsErased() {
        RegistrationForm form = RegistrationForm.filled().document("dui", RegistrationForm.dui());
        Response one = register(form);
        Response other = register(form);
        String id = id(ask(one.path("caseId"), "erasure", ""));
        assertThat(intake().get("/v1/data-requests/" + id).<List<String>>path("otherCases"))
                .containsExactly(other.<String>path("caseId"));

        erase(one);
        assertThat(answer(id, "\"outcome\": \"granted\"").statusCode()).isEqualTo(422);
        erase(other);

        assertThat(answer(id, "\"outcome\": \"granted\"").statusCode()).isEqualTo(200);
        assertThat(count("select count(*) from data_request_other_case where request_id = '" + id + "'"))
                .isZero();
    }

    @Test
    void grantsAnObjectionOnlyWhenNoConsentStandsInAnyCaseOfThePersonHere() {
        RegistrationForm form = RegistrationForm.filled().document("dui", RegistrationForm.dui());
        Response one = register(form);
        Response other = register(form);
        String id = id(ask(one.path("caseId"), "objection", ""));

        withdraw(one);
        assertThat(answer(id, "\"outcome\": \"granted\"").statusCode()).isEqualTo(422);
        withdraw(other);

        assertThat(answer(id, "\"outcome\": \"granted\"").statusCode()).isEqualTo(200);
    }
}
