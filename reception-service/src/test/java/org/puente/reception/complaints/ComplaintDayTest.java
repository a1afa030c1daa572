package org.puente.reception.complaints;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.puente.reception.RegistrationForm;

/** A complaint that was written down without network came when the person said it, and its time runs from then. */
@QuarkusTest
class ComplaintDayTest extends ComplaintTestBase {
    private static Response complainedOn(LocalDate day) {
        String caseId = register(RegistrationForm.filled().with("/returnedOn", "'" + today().minusDays(30) + "'"))
                .path("caseId");
        return complain(caseId, ", \"receivedOn\": \"%s\"".formatted(day));
    }

    private static LocalDate answerBy(Response receipt) {
        assertThat(receipt.statusCode()).as(receipt.asString()).isEqualTo(201);
        return LocalDate.parse(receipt.path("answerBy"));
    }

    @Test
    void itsTimeRunsFromTheDayOnWhichThePersonSaidIt() {
        LocalDate weekAgo = today().minusDays(7);

        assertThat(answerBy(complainedOn(weekAgo))).isBefore(answerBy(complainedOn(today())));
        assertThat(answerBy(complainedOn(today()))).isEqualTo(answerBy(complain(registered(), "")));
    }

    @Test
    void thePersonAndItsRecipientSeeThatDay() {
        LocalDate weekAgo = today().minusDays(7);
        Response receipt = complainedOn(weekAgo);

        assertThat(recipient().get("/v1/complaints/" + id(receipt)).<String>path("receivedOn"))
                .isEqualTo(weekAgo.toString());
        assertThat(state(receipt.path("receiptCode")).<String>path("receivedOn"))
                .isEqualTo(weekAgo.toString());
    }

    @Test
    void itCannotBePutOff() {
        Response refused = complainedOn(today().plusDays(1));

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.<String>path("errors[0].code")).isEqualTo("received-later-than-today");
    }

    @Test
    void nobodyComplainsBeforeTheReturn() {
        Response refused = complainedOn(today().minusDays(31));

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.<String>path("errors[0].code")).isEqualTo("received-before-return");
    }
}
