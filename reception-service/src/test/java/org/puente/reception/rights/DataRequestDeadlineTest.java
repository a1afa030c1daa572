package org.puente.reception.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.puente.platform.testing.Management;
import org.puente.reception.RegistrationForm;
import org.puente.reception.calendar.WorkingDays;

/** Until when a request is answered, and who is late. */
@QuarkusTest
class DataRequestDeadlineTest extends DataRequestTestBase {
    @Inject
    DataRequestClock clock;

    @Test
    void gives20WorkingDaysFromTheDayAfterItCame() {
        LocalDate received = today().minusDays(3);
        Response request = ask(caseOf(RegistrationForm.filled()), "access", "\"receivedOn\": \"" + received + "\"");

        assertThat(request.statusCode()).as(request.asString()).isEqualTo(201);
        assertThat(request.<String>path("dueOn"))
                .isEqualTo(WorkingDays.of(List.of()).after(received, 20).toString());
        assertThat(request.<String>path("status")).isEqualTo("open");
        assertThat(request.<Boolean>path("late")).isFalse();
    }

    @Test
    void refusesARequestThatWouldHaveComeLaterThanToday() {
        Response request =
                ask(caseOf(RegistrationForm.filled()), "access", "\"receivedOn\": \"" + today().plusDays(1) + "\"");

        assertThat(request.statusCode()).isEqualTo(400);
        assertThat(request.<String>path("errors[0].code")).isEqualTo("received-later-than-today");
    }

    @Test
    void namesWhoIsLate() {
        String caseId = caseOf(RegistrationForm.filled());
        String id = id(ask(caseId, "access", ""));
        String late = "/v1/data-requests?late=true&caseId=" + caseId;
        assertThat(intake().get(late).<List<String>>path("items.requestId")).isEmpty();

        overdue(id);

        assertThat(intake().get(late).<List<String>>path("items.requestId")).containsExactly(id);
        assertThat(intake().get(late).<List<Boolean>>path("items.late")).containsExactly(true);
        assertThat(by("gtm-other").get(late).<List<String>>path("items")).isEmpty();
    }

    @Test
    void isNotLateOnItsLastDay() {
        String caseId = caseOf(RegistrationForm.filled());
        String id = id(ask(caseId, "access", ""));
        execute("update data_request set due_on = '%s' where id = '%s'".formatted(today(), id));

        assertThat(intake().get("/v1/data-requests?late=true&caseId=" + caseId).<List<String>>path("items"))
                .isEmpty();
    }

    @Test
    void countsWhoIsLateForTheOperatorsWithoutIds() throws Throwable {
        String id = id(ask(caseOf(RegistrationForm.filled()), "access", ""));
        VertxContextSupport.subscribeAndAwait(clock::tick);
        double others = countedAsLate();
        overdue(id);

        await().atMost(Duration.ofSeconds(60)).until(() -> countedAsLate() == others + 1);

        assertThat(metrics()).doesNotContain(id);
    }

    private static double countedAsLate() {
        String line = metrics()
                .lines()
                .filter(one -> one.startsWith("puente_data_requests_late"))
                .findFirst()
                .orElseThrow();
        return Double.parseDouble(line.substring(line.lastIndexOf(' ')));
    }

    private static String metrics() {
        return io.restassured.RestAssured.get(Management.at("/q/metrics")).asString();
    }

    @Test
    void remindsOnceBeforeTheLastDay() throws Throwable {
        String id = id(ask(caseOf(RegistrationForm.filled()), "access", ""));
        execute("update data_request set remind_on = '%s' where id = '%s'".formatted(today(), id));
        VertxContextSupport.subscribeAndAwait(clock::tick);
        List<String> first = intake().get("/v1/data-requests/" + id).path("history");
        VertxContextSupport.subscribeAndAwait(clock::tick);

        Response request = intake().get("/v1/data-requests/" + id);
        assertThat(request.<List<String>>path("history.what")).containsExactly("received", "reminded");
        assertThat(request.<List<String>>path("history")).isEqualTo(first);
    }

    private void overdue(String id) {
        execute("update data_request set due_on = '%s' where id = '%s'".formatted(today().minusDays(1), id));
    }
}
