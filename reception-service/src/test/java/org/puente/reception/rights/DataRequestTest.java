package org.puente.reception.rights;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.puente.reception.RegistrationForm;

@QuarkusTest
class DataRequestTest extends DataRequestTestBase {
    @Test
    void showsWhatWasSaidToItsInstitutionOnly() {
        String id = id(ask(caseOf(RegistrationForm.filled()), "rectification", "\"details\": \"Se escribe Xiquín\""));

        Response own = intake().get("/v1/data-requests/" + id);
        assertThat(own.<String>path("details")).isEqualTo("Se escribe Xiquín");
        assertThat(own.<List<String>>path("history.what")).containsExactly("received");
        assertThat(by("gtm-other").get("/v1/data-requests/" + id).statusCode()).isEqualTo(404);
        assertThat(by("gtm-other")
                        .body("{\"outcome\": \"granted\"}")
                        .post("/v1/data-requests/" + id + "/answer")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void keepsWhatWasSaidSealed() {
        String id = id(ask(caseOf(RegistrationForm.filled()), "rectification", "\"details\": \"Se escribe Xiquín\""));

        assertThat(count("select count(*) from data_request where id = '" + id
                        + "' and sealed_details like 'eyJ%' and sealed_details not like '%Xiqu%'"))
                .isOne();
    }

    @Test
    void takesNoRequestAboutACaseOfAnotherInstitution() {
        String caseId = caseOf(RegistrationForm.filled());
        Response request = by("gtm-other")
                .body("{\"caseId\": \"%s\", \"kind\": \"access\"}".formatted(caseId))
                .post("/v1/data-requests");

        assertThat(request.statusCode()).isEqualTo(400);
        assertThat(request.<String>path("errors[0].code")).isEqualTo("case-unknown");
        assertThat(rows(caseId)).isZero();
    }

    @Test
    void isOneRequestHoweverOftenItIsAsked() {
        String caseId = caseOf(RegistrationForm.filled());
        String first = id(ask(caseId, "access", ""));
        Response again = ask(caseId, "access", "");

        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(id(again)).isEqualTo(first);
        assertThat(rows(caseId)).isOne();
    }

    @Test
    void takesSeveralThingsThatAreWrong() {
        String caseId = caseOf(RegistrationForm.filled());
        ask(caseId, "rectification", "\"details\": \"uno\"");
        assertThat(ask(caseId, "rectification", "\"details\": \"dos\"").statusCode())
                .isEqualTo(201);
        assertThat(rows(caseId)).isEqualTo(2);
    }

    @Test
    void isTheSameUnderAnIdOfTheClientWheneverItComes() {
        String caseId = caseOf(RegistrationForm.filled());
        String id = "\"requestId\": \"%s\"".formatted(UUID.randomUUID());

        assertThat(ask(caseId, "rectification", id).statusCode()).isEqualTo(201);
        assertThat(ask(caseId, "rectification", id).statusCode()).isEqualTo(200);
        assertThat(ask(caseId, "access", id).statusCode()).isEqualTo(409);
        assertThat(rows(caseId)).isOne();
    }

    @Test
    void recordsInTheAuditWhoReadIt() {
        String id = id(ask(caseOf(RegistrationForm.filled()), "access", ""));
        intake().get("/v1/data-requests/" + id);
        answer(id, "\"outcome\": \"granted\"");

        assertThat(count("select count(*) from audit where subject = '" + id
                        + "' and action in ('data-request.read', 'data-request.answered')"))
                .isEqualTo(2);
    }

    @Test
    void refusesTextThatIsTooLongOrHoldsControlCharacters() {
        String caseId = caseOf(RegistrationForm.filled());

        assertThat(ask(caseId, "access", "\"details\": \"%s\"".formatted("x".repeat(2001)))
                        .statusCode())
                .isEqualTo(400);
        assertThat(ask(caseId, "access", "\"details\": \"a\\u0007b\"").statusCode())
                .isEqualTo(400);
        assertThat(ask(caseId, "nothing", "").statusCode()).isEqualTo(400);
    }

    @Test
    void listsWhatIsOpen() {
        String caseId = caseOf(RegistrationForm.filled());
        String open = id(ask(caseId, "access", ""));
        answer(id(ask(caseId, "rectification", "")), "\"outcome\": \"granted\"");

        assertThat(intake().get("/v1/data-requests?status=open&caseId=" + caseId)
                        .<List<String>>path("items.requestId"))
                .containsExactly(open);
        assertThat(intake().get("/v1/data-requests?status=closed").statusCode()).isEqualTo(400);
    }
}
