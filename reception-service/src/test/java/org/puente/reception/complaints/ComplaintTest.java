package org.puente.reception.complaints;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.puente.platform.testing.Tokens;

@QuarkusTest
class ComplaintTest extends ComplaintTestBase {
    @Test
    void goesToTheIndependentRecipient() {
        String id = id(complain(registered(), ""));

        Response read = recipient().get("/v1/complaints/" + id);
        assertThat(read.statusCode()).as(read.asString()).isEqualTo(200);
        assertThat(read.<String>path("text")).isEqualTo("Me gritaron en la fila.");
        assertThat(read.<String>path("about.institution")).isEqualTo("gtm-igm");
        assertThat(read.<String>path("status")).isEqualTo("received");
    }

    @Test
    void isNotShownToWhomItIsAbout() {
        String id = id(complain(registered(), ""));

        assertThat(intake().get("/v1/complaints/" + id).statusCode()).isEqualTo(404);
        assertThat(intake().post("/v1/complaints/" + id + "/acknowledgement").statusCode())
                .isEqualTo(404);
        assertThat(intake().body("{\"outcome\": \"not-upheld\", \"answer\": \"No fue así.\"}")
                        .post("/v1/complaints/" + id + "/answer")
                        .statusCode())
                .isEqualTo(404);
        assertThat(intake().get("/v1/complaints?limit=500").<List<String>>path("items.complaintId"))
                .doesNotContain(id);
        assertThat(by("gtm-other").get("/v1/complaints/" + id).statusCode()).isEqualTo(404);
    }

    @Test
    void tellsTheDeskNothingButUntilWhen() {
        Response receipt = complain(registered(), "");

        assertThat(receipt.statusCode()).isEqualTo(201);
        assertThat(receipt.jsonPath().getMap("$"))
                .containsOnlyKeys("complaintId", "receivedAt", "acknowledgeBy", "answerBy", "receiptCode");
    }

    @Test
    void takesNoMoreThanTenADayFromADesk() {
        String caseId = registered();
        for (int i = 0; i < 10; i++) {
            assertThat(complain(caseId, "").statusCode()).isEqualTo(201);
        }

        assertThat(complain(caseId, "").statusCode()).isEqualTo(422);
    }

    @Test
    void isWorkedOnByOfficersWhoDoNotReceivePeople() {
        String id = id(complain(registered(), ""));
        Response seen = caseManager().post("/v1/complaints/" + id + "/acknowledgement");
        assertThat(seen.<String>path("status")).isEqualTo("acknowledged");

        Response answered = caseManager()
                .body("{\"outcome\": \"upheld\", \"answer\": \"Se habló con el centro.\"}")
                .post("/v1/complaints/" + id + "/answer");
        assertThat(answered.<String>path("status")).isEqualTo("answered");
        assertThat(answered.<String>path("answer")).isEqualTo("Se habló con el centro.");
    }

    @Test
    void isAnsweredOnce() {
        String id = id(complain(registered(), ""));
        String answer = "{\"outcome\": \"not-competent\", \"answer\": \"Corresponde a la Contraloría.\"}";

        assertThat(recipient()
                        .body(answer)
                        .post("/v1/complaints/" + id + "/answer")
                        .statusCode())
                .isEqualTo(200);
        assertThat(recipient()
                        .body(answer)
                        .post("/v1/complaints/" + id + "/answer")
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void letsNoDeskWriteAnotherInstitutionsCase() {
        String caseId = registered();
        Response refused = by("gtm-other")
                .body("{\"caseId\": \"%s\", \"text\": \"x\"}".formatted(caseId))
                .post("/v1/complaints");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.<String>path("errors[0].code")).isEqualTo("case-unknown");
    }

    @Test
    void isNotAboutAReferralThatTheCaseDoesNotHave() {
        Response refused = complain(registered(), ", \"referralId\": \"" + UUID.randomUUID() + "\"");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.<String>path("errors[0].code")).isEqualTo("referral-not-of-case");
    }

    @Test
    void keepsItsTextSealed() {
        String id = id(complain(registered(), ""));

        assertThat(count("select count(*) from complaint where id = '" + id
                        + "' and sealed_text like 'eyJ%' and sealed_text not like '%gritaron%'"))
                .isOne();
    }

    @Test
    void isTheSameUnderAnIdOfTheClient() {
        String caseId = registered();
        String id = ", \"complaintId\": \"%s\"".formatted(UUID.randomUUID());

        assertThat(complain(caseId, id).statusCode()).isEqualTo(201);
        assertThat(complain(caseId, id).statusCode()).isEqualTo(200);
        assertThat(complain(registered(), id).statusCode()).isEqualTo(409);
        assertThat(count("select count(*) from complaint where case_id = '" + caseId + "'"))
                .isOne();
    }

    private static RequestSpecification caseManager() {
        return given().auth()
                .oauth2(Tokens.of("gtm", OMBUDSMAN, "case-manager"))
                .contentType(ContentType.JSON);
    }
}
