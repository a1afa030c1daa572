package org.puente.reception.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Several things may be wrong, and are said one by one. */
@QuarkusTest
class RectificationPageTest extends PersonalFormTestBase {
    @Test
    void takesEachThingThatIsWrong() {
        Registered who = registered();
        request(ticket(who), "rectification", "El apellido");
        Response next = request(ticket(who), "rectification", "La fecha de nacimiento");

        assertThat(next.asString()).contains("Su solicitud fue recibida");
        assertThat(details(who)).containsExactly("El apellido", "La fecha de nacimiento");
    }

    @Test
    void takesTheNextThingFromTheSamePage() {
        Registered who = registered();
        String ticket = ticket(who);
        request(ticket, "rectification", "El apellido");
        request(ticket, "rectification", "La fecha de nacimiento");

        assertThat(details(who)).containsExactly("El apellido", "La fecha de nacimiento");
    }

    @Test
    void takesTheSameFormOnce() {
        Registered who = registered();
        String ticket = ticket(who);
        request(ticket, "rectification", "El apellido");
        Response again = request(ticket, "rectification", "El apellido");

        assertThat(again.asString()).contains("ya se había recibido");
        assertThat(details(who)).containsExactly("El apellido");
    }

    @Test
    void takesNothingNewWithoutWords() {
        Registered who = registered();
        request(ticket(who), "rectification", "El apellido");
        Response next = request(ticket(who), "rectification", "");

        assertThat(next.asString()).contains("ya se había recibido");
        assertThat(details(who)).containsExactly("El apellido");
    }

    @Test
    void takesTenInADayFromOneAddress() {
        Registered who = registered();
        for (int i = 0; i < 10; i++) {
            request(address, ticket(who), "rectification", "La fecha " + i);
        }

        Response next = request(address, ticket(who), "rectification", "El apellido");
        assertThat(next.asString()).contains("desde esta conexión");
        assertThat(request(ticket(who), "rectification", "El apellido").asString())
                .contains("Su solicitud fue recibida");
    }

    @Test
    void takesTwoHundredOfACaseInADay() {
        Registered who = registered();
        execute("""
                insert into data_request (id, case_id, institution, kind, source, received_on, remind_on, due_on,
                                          received_at)
                select gen_random_uuid(), '%s', 'gtm-igm', 'rectification', 'person', current_date, '2099-01-08',
                       '2099-01-29', now()
                from generate_series(1, 200)""".formatted(who.caseId()));

        assertThat(request(ticket(who), "rectification", "El apellido").statusCode())
                .isEqualTo(429);
    }

    private static List<String> details(Registered who) {
        return intake().get("/v1/data-requests?caseId=" + who.caseId()).<List<String>>path("items.requestId").stream()
                .map(id -> intake().get("/v1/data-requests/" + id).<String>path("details"))
                .toList();
    }
}
