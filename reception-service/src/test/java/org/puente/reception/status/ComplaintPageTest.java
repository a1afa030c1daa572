package org.puente.reception.status;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.puente.contracts.ReferralFact;
import org.puente.reception.complaints.ReceiptCodes;

/** A complaint that a person sends from the page of their case, and its own page. */
@QuarkusTest
class ComplaintPageTest extends PersonalFormTestBase {
    private static final Pattern RECEIPT = Pattern.compile("id=\"receipt\">([^<]+)<");

    @Inject
    ReceiptCodes receipts;

    @Test
    void takesAComplaintAndOpensItByItsReceipt() {
        Registered who = registered();
        Response sent = complain(ticket(who), "desk", "Me gritaron");

        assertThat(sent.statusCode()).as(sent.asString()).isEqualTo(200);
        Response state = complaint(receipt(sent));
        assertThat(state.statusCode()).as(state.asString()).isEqualTo(200);
        assertThat(state.asString()).contains("Su queja del").doesNotContain("Me gritaron");
        assertThat(count("select count(*) from complaint where about_institution = 'gtm-igm' and case_id = '"
                        + who.caseId() + "'"))
                .isOne();
    }

    /** The desk hands the code of the case out, and knows the year of birth. */
    @Test
    void showsNoComplaintToWhomHasTheCodeOfTheCase() {
        Registered who = registered();
        complain(ticket(who), "desk", "Me gritaron");

        assertThat(ask(who.code(), BORN).asString()).doesNotContain("complaint", "queja");
        assertThat(page(who)).doesNotContain("Su queja del");
        assertThat(complaint(who.code()).statusCode()).isEqualTo(404);
    }

    @Test
    void showsTheAnswerToAComplaintThatThePersonSent() {
        Registered who = registered();
        String receipt = receipt(complain(ticket(who), "desk", "Me gritaron"));
        // What is acknowledged stays with its recipient; the clock would send it on to the ombudsman.
        execute("update complaint set recipient = 'gtm-bank', acknowledged_at = now() where case_id = '" + who.caseId()
                + "'");
        String id = by("gtm-bank")
                .get("/v1/complaints")
                .path("items.find { it.caseId == '" + who.caseId() + "' }.complaintId");
        by("gtm-bank")
                .body("{\"outcome\": \"upheld\", \"answer\": \"Se habló con el centro.\"}")
                .post("/v1/complaints/" + id + "/answer")
                .then()
                .statusCode(200);

        assertThat(complaint(receipt).asString()).contains("Se habló con el centro.");
    }

    @Test
    void showsTheSameReceiptToWhoSendsTheFormAgain() {
        String ticket = ticket(registered());

        assertThat(receipt(complain(ticket, "desk", "x"))).isEqualTo(receipt(complain(ticket, "desk", "x")));
    }

    @Test
    void opensNoComplaintByAWrongCodeAndLimitsTheTries() {
        assertThat(complaint("7K2M-9QXR-04TB-HW5X").statusCode()).isEqualTo(400);
        Response last = null;
        for (int i = 0; i < 60 && (last == null || last.statusCode() == 404); i++) {
            last = complaint(address, receipts.next().text());
        }

        assertThat(last.statusCode()).isEqualTo(429);
        assertThat(last.header("Retry-After")).isNotNull();
    }

    @Test
    void takesComplaintsOfThePersonHoweverManyTheDeskWroteDown() {
        Registered who = registered();
        for (int i = 0; i < 10; i++) {
            intake().body("{\"caseId\": \"%s\", \"text\": \"x\"}".formatted(who.caseId()))
                    .post("/v1/complaints");
        }

        assertThat(complain(ticket(who), "desk", "x").asString()).contains("Su queja fue recibida");
    }

    @Test
    void takesAComplaintAboutWhomThePersonWasReferredTo() {
        Registered who = registered();
        ReferralFact.Issued issued = refer(who, CaseFactSamples.EMPLOYMENT);
        eventually(who, answer -> assertThat(answer.asString()).contains("issued"));
        assertThat(page(who)).contains("<option value=\"" + issued.referralId() + "\">Nombre de mex-empleo</option>");

        complain(ticket(who), issued.referralId().toString(), "No me atendieron");

        assertThat(count("select count(*) from complaint where about_node = 'mex' and about_institution = '"
                        + issued.to().institution() + "' and referral_id = '" + issued.referralId() + "'"))
                .isOne();
    }

    @Test
    void takesAFormOnceHoweverOftenItIsSent() {
        Registered who = registered();
        String ticket = ticket(who);
        complain(ticket, "desk", "Me gritaron");
        assertThat(complain(ticket, "desk", "Me gritaron").statusCode()).isEqualTo(200);

        assertThat(count("select count(*) from complaint where case_id = '" + who.caseId() + "'"))
                .isOne();
    }

    private static String receipt(Response sent) {
        Matcher found = RECEIPT.matcher(sent.asString());
        assertThat(found.find()).as(sent.asString()).isTrue();
        return found.group(1);
    }

    private static Response complaint(String code) {
        return complaint(another(), code);
    }

    private static Response complaint(String from, String code) {
        return given().header("X-Forwarded-For", from)
                .formParam("code", code)
                .formParam("lang", "es")
                .post("/complaint");
    }
}
