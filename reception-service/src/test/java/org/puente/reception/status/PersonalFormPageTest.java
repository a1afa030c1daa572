package org.puente.reception.status;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.puente.reception.RegistrationForm;
import org.puente.reception.complaints.ReceiptCodes;

/** What a person sends from the page of their case, and a request about their data. */
@QuarkusTest
class PersonalFormPageTest extends PersonalFormTestBase {
    @Inject
    StatusCodes codes;

    @Inject
    ReceiptCodes receipts;

    @Test
    void takesARequestAndShowsUntilWhenItIsAnswered() {
        Registered who = registered();
        Response sent = request(ticket(who), "access", "");

        assertThat(sent.statusCode()).as(sent.asString()).isEqualTo(200);
        assertThat(sent.asString()).contains("Su solicitud fue recibida");
        assertThat(page(who)).contains("usted pidió saber qué datos suyos se guardan. Se le responde a más tardar");
        assertThat(intake().get("/v1/data-requests?caseId=" + who.caseId()).<String>path("items[0].source"))
                .isEqualTo("person");
    }

    @Test
    void showsTheAnswer() {
        Registered who = registered();
        request(ticket(who), "rectification", "Mi segundo apellido");
        String id = intake().get("/v1/data-requests?caseId=" + who.caseId()).path("items[0].requestId");
        intake().body("{\"outcome\": \"refused\", \"answer\": \"El acta dice <otra> cosa.\"}")
                .post("/v1/data-requests/" + id + "/answer");

        assertThat(page(who)).contains("Se le negó", "El acta dice &lt;otra&gt; cosa.");
        assertThat(ask(who.code(), BORN).<String>path("dataRequests[0].outcome"))
                .isEqualTo("refused");
    }

    @Test
    void makesARequestThatCameFromElsewhereThePersonsOwn() {
        RegistrationForm form = RegistrationForm.filled().document("dui", RegistrationForm.dui());
        Registered who = registered(form);
        String elsewhere = by("gtm-other")
                .body(form.with("/receptionPoint", "'gtm-other-desk'").json())
                .post("/v1/returns")
                .path("caseId");
        by("gtm-other")
                .body("{\"caseId\": \"%s\", \"kind\": \"erasure\"}".formatted(elsewhere))
                .post("/v1/data-requests")
                .then()
                .statusCode(201);
        assertThat(page(who)).doesNotContain("que se borren sus datos");

        assertThat(request(ticket(who), "erasure", "Todo").asString()).contains("Su solicitud fue recibida");

        assertThat(page(who)).contains("que se borren sus datos");
        Response list = intake().get("/v1/data-requests?caseId=" + who.caseId());
        assertThat(list.<java.util.List<String>>path("items.source")).containsExactly("person");
        assertThat(intake().get("/v1/data-requests/" + list.path("items[0].requestId"))
                        .<String>path("details"))
                .isEqualTo("Todo");
    }

    @Test
    void addsWhatThePersonSaysToARequestWithoutWords() {
        Registered who = registered();
        request(ticket(who), "access", "");

        assertThat(request(ticket(who), "access", "Por escrito").asString()).contains("Su solicitud fue recibida");
        assertThat(request(ticket(who), "access", "Otra cosa").asString()).contains("ya se había recibido");
        String id = intake().get("/v1/data-requests?caseId=" + who.caseId()).path("items[0].requestId");
        assertThat(intake().get("/v1/data-requests/" + id).<String>path("details"))
                .isEqualTo("Por escrito");
    }

    @Test
    void saysThatARequestIsOpenAlready() {
        Registered who = registered();
        request(ticket(who), "access", "");

        assertThat(request(ticket(who), "access", "").asString()).contains("ya se había recibido");
        assertThat(count("select count(*) from data_request where case_id = '" + who.caseId() + "'"))
                .isOne();
    }

    @Test
    void takesNothingWithoutATicket() {
        Registered who = registered();

        assertThat(request("", "access", "").statusCode()).isEqualTo(403);
        assertThat(request("x".repeat(5000), "access", "").statusCode()).isEqualTo(403);
        assertThat(request(codes.seal("no ticket"), "access", "").statusCode()).isEqualTo(403);
        assertThat(complain(ticket(who) + "x", "desk", "x").statusCode()).isEqualTo(403);
        assertThat(count("select count(*) from data_request where case_id = '" + who.caseId() + "'"))
                .isZero();
    }

    @Test
    void takesNothingOnceTheCodeHasChanged() {
        Registered who = registered();
        String ticket = ticket(who);
        intake().post("/v1/returns/" + who.caseId() + "/status-code").then().statusCode(200);

        assertThat(request(ticket, "erasure", "").statusCode()).isEqualTo(403);
    }

    @Test
    void takesATicketForHalfAnHour() {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        CaseTickets before = new CaseTickets(codes, Clock.fixed(now, ZoneOffset.UTC));
        String ticket = before.give("mark");

        assertThat(new CaseTickets(codes, Clock.fixed(now.plus(Duration.ofMinutes(30)), ZoneOffset.UTC)).read(ticket))
                .isPresent();
        assertThat(new CaseTickets(codes, Clock.fixed(now.plus(Duration.ofMinutes(31)), ZoneOffset.UTC)).read(ticket))
                .isEmpty();
    }

    @Test
    void wantsWhatIsNeededAndNotTooMuch() {
        Registered who = registered();

        assertThat(request(ticket(who), "everything", "").statusCode()).isEqualTo(400);
        assertThat(request(ticket(who), "access", "x".repeat(2001)).statusCode())
                .isEqualTo(400);
        assertThat(complain(ticket(who), "desk", "  \r\n ").statusCode()).isEqualTo(400);
        assertThat(complain(ticket(who), UUID.randomUUID().toString(), "x").statusCode())
                .isEqualTo(400);
        assertThat(complain(ticket(who), "'; drop table complaint", "x").statusCode())
                .isEqualTo(400);
    }

    /** A letter of Spanish is two bytes, and three characters each of a form. */
    @Test
    void takesAsMuchTextAsItSays() {
        Registered who = registered();

        assertThat(complain(ticket(who), "desk", "ñ".repeat(2000)).asString()).contains("Su queja fue recibida");
        assertThat(complain(ticket(who), "desk", "ñ".repeat(2001)).statusCode()).isEqualTo(400);
    }

    @Test
    void takesNoMoreThanOthersFromOneAddress() {
        Response last = null;
        for (int i = 0; i < 60 && (last == null || last.statusCode() == 403); i++) {
            last = request(address, "", "access", "");
        }

        assertThat(last.statusCode()).isEqualTo(429);
        assertThat(last.header("Retry-After")).isNotNull();
    }

    @Test
    void answersInTheLanguageOfThePage() {
        Response sent = given().header("X-Forwarded-For", another())
                .formParam("ticket", ticket(registered()))
                .formParam("kind", "access")
                .formParam("lang", "en")
                .post("/status/data-requests");

        assertThat(sent.asString()).contains("<html lang=\"en\">", "Your request was received");
        assertThat(sent.header("Content-Security-Policy")).contains("form-action 'self'");
    }
}
