package org.puente.reception.status;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

/** Whoever else has the code of a case, such as the desk, can't use up what its person may send. */
@QuarkusTest
class EnoughFormsTest extends PersonalFormTestBase {
    @Test
    void leavesThePersonTheirComplaintsHoweverManyOthersSend() {
        Registered who = registered();
        sendTenComplaints(who);

        assertThat(complain(ticket(who), "desk", "Me gritaron").asString()).contains("Su queja fue recibida");
    }

    @Test
    void takesTenComplaintsInADayFromOneAddress() {
        Registered who = registered();
        sendTenComplaints(who);
        Response next = send(address, ticket(who), "Me gritaron");

        assertThat(next.statusCode()).isEqualTo(429);
        assertThat(next.asString()).contains("desde esta conexión");
        assertThat(complaints(who)).isEqualTo(10);
    }

    @Test
    void showsAReceiptAgainThoughEnoughCame() {
        Registered who = registered();
        String ticket = ticket(who);
        send(address, ticket, "Me gritaron");
        sendMoreComplaints(who, 9);

        assertThat(send(address, ticket, "Me gritaron").asString()).contains("Su queja fue recibida");
    }

    @Test
    void takesTwoHundredComplaintsOfACaseInADay() {
        Registered who = registered();
        execute("""
                insert into complaint (id, case_id, about_node, about_institution, desk, source, received_at,
                                       acknowledge_by, answer_by)
                select gen_random_uuid(), '%s', 'gtm', 'gtm-igm', 'gtm-igm', 'person', now(), '2099-01-08', '2099-01-29'
                from generate_series(1, 200)""".formatted(who.caseId()));

        Response next = complain(ticket(who), "desk", "Me gritaron");

        assertThat(next.statusCode()).isEqualTo(429);
        assertThat(next.asString()).contains("Hoy ya se envió mucho sobre su caso. Por favor envíe esto mañana.");
    }

    private void sendTenComplaints(Registered who) {
        sendMoreComplaints(who, 10);
    }

    private void sendMoreComplaints(Registered who, int more) {
        for (int i = 0; i < more; i++) {
            assertThat(send(address, ticket(who), "x").asString()).contains("Su queja fue recibida");
        }
    }

    private long complaints(Registered who) {
        return count("select count(*) from complaint where case_id = '" + who.caseId() + "'");
    }

    private static Response send(String from, String ticket, String text) {
        return given().header("X-Forwarded-For", from)
                .formParam("ticket", ticket)
                .formParam("about", "desk")
                .formParam("text", text)
                .formParam("lang", "es")
                .post("/status/complaints");
    }
}
