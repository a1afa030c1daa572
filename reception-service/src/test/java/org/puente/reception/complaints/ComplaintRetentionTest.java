package org.puente.reception.complaints;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.puente.reception.RegistrationForm;

/** How long a complaint is kept. */
@QuarkusTest
class ComplaintRetentionTest extends ComplaintTestBase {
    @Inject
    ComplaintRetention retention;

    @Test
    void doesNotDisappearWithTheReturn() {
        Response registered = register(RegistrationForm.filled());
        Response receipt = complain(registered.path("caseId"), "");
        String id = id(receipt);
        erase(registered);

        Response read = recipient().get("/v1/complaints/" + id);
        assertThat(read.<String>path("text")).isEqualTo("Me gritaron en la fila.");
        assertThat(read.<String>path("caseId")).isNull();
        assertThat(read.<String>path("caseErasedAt")).isNotNull();
        answered(id);
        assertThat(state(receipt.path("receiptCode")).<String>path("status")).isEqualTo("answered");
    }

    @Test
    void keepsTextAndAnswerWhenTheReturnIsErased() throws Throwable {
        Response registered = register(RegistrationForm.filled());
        Response receipt = complain(registered.path("caseId"), "");
        String id = id(receipt);
        answered(id);
        erase(registered);
        execute("update complaint set answered_at = answered_at - interval '1 year' where id = '" + id + "'");
        VertxContextSupport.subscribeAndAwait(retention::tick);

        Response read = recipient().get("/v1/complaints/" + id);
        assertThat(read.<String>path("text")).isEqualTo("Me gritaron en la fila.");
        assertThat(read.<String>path("answer")).isEqualTo("Sí.");
        assertThat(state(receipt.path("receiptCode")).statusCode()).isEqualTo(200);
    }

    @Test
    void isKeptForFiveYearsIfNobodyAnswers() throws Throwable {
        String id = id(complain(registered(), ""));
        String other = id(complain(registered(), ""));
        execute("update complaint set received_at = received_at - interval '6 years' where id = '" + id + "'");
        execute("update complaint set received_at = received_at - interval '4 years' where id = '" + other + "'");
        VertxContextSupport.subscribeAndAwait(retention::tick);

        assertThat(recipient().get("/v1/complaints/" + id).statusCode()).isEqualTo(404);
        assertThat(recipient().get("/v1/complaints/" + other).statusCode()).isEqualTo(200);
    }

    @Test
    void isKeptForTwoYearsAfterItsAnswer() throws Throwable {
        String id = id(complain(registered(), ""));
        answered(id);
        execute("update complaint set answered_at = answered_at - interval '3 years' where id = '" + id + "'");
        VertxContextSupport.subscribeAndAwait(retention::tick);

        assertThat(recipient().get("/v1/complaints/" + id).statusCode()).isEqualTo(404);
    }
}
