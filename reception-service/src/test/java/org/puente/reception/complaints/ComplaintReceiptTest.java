package org.puente.reception.complaints;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.puente.reception.RegistrationForm;

/** The code by which a person follows their complaint. */
@QuarkusTest
class ComplaintReceiptTest extends ComplaintTestBase {
    @Test
    void isOpenedByItsReceiptCodeAlone() {
        Response registered = register(RegistrationForm.filled());
        Response receipt = complain(registered.path("caseId"), "");
        recipient()
                .body("{\"outcome\": \"upheld\", \"answer\": \"Se habló con el centro.\"}")
                .post("/v1/complaints/" + id(receipt) + "/answer");

        Response state = state(receipt.path("receiptCode"));
        assertThat(state.statusCode()).as(state.asString()).isEqualTo(200);
        assertThat(state.<String>path("status")).isEqualTo("answered");
        assertThat(state.asString()).doesNotContain("gritaron", "gtm-");
        assertThat(state(registered.path("statusCode")).statusCode()).isEqualTo(404);
        assertThat(state("7K2M-9QXR-04TB-HW5X").statusCode()).isEqualTo(400);
    }

    /** Who wrote it down has seen the code. */
    @Test
    void doesNotShowItsAnswerByACodeThatWhomItIsAboutHasSeen() {
        Response receipt = complain(registered(), "");
        answered(id(receipt));

        Response state = state(receipt.path("receiptCode"));
        assertThat(state.asString()).doesNotContain("Sí.", "upheld", "you are right");
        assertThat(state.<String>path("status")).isEqualTo("answered");
        assertThat(state.<String>path("says")).contains("Procuraduría de los Derechos Humanos", id(receipt));
    }

    /** The desk is not complained about, so it may know the answer as the person does. */
    @Test
    void showsItsAnswerWhereItIsAboutAnother() {
        Response receipt = complain(registered(), "");
        execute("update complaint set about_institution = 'gtm-other' where id = '" + id(receipt) + "'");
        answered(id(receipt));

        assertThat(state(receipt.path("receiptCode")).<String>path("answer")).isEqualTo("Sí.");
    }

    @Test
    void isNotChangedByItsReceiptCode() {
        Response receipt = complain(registered(), "");
        String before = recipient().get("/v1/complaints/" + id(receipt)).asString();

        state(receipt.path("receiptCode"));

        assertThat(recipient().get("/v1/complaints/" + id(receipt)).asString()).isEqualTo(before);
    }

    @Test
    void keepsItsReceiptCodeAsAMark() {
        Response receipt = complain(registered(), "");
        String code = receipt.path("receiptCode");

        assertThat(count("select count(*) from complaint one where position('" + code + "' in cast(one as text)) > 0"
                        + " or position('" + code.replace("-", "") + "' in cast(one as text)) > 0"))
                .isZero();
    }

    @Test
    void showsItsReceiptCodeOnce() {
        String caseId = registered();
        String id = ", \"complaintId\": \"%s\"".formatted(UUID.randomUUID());
        String code = complain(caseId, id).path("receiptCode");

        assertThat(complain(caseId, id).<String>path("receiptCode")).isNull();
        assertThat(state(code).statusCode()).isEqualTo(200);
    }

    @Test
    void showsItsReceiptCodeAgainUnderAnIdempotencyKeyAndKeepsItSealed() {
        String body = "{\"caseId\": \"%s\", \"text\": \"x\"}".formatted(registered());
        String key = UUID.randomUUID().toString();
        String code = intake().header("Idempotency-Key", key)
                .body(body)
                .post("/v1/complaints")
                .path("receiptCode");

        assertThat(intake().header("Idempotency-Key", key)
                        .body(body)
                        .post("/v1/complaints")
                        .<String>path("receiptCode"))
                .isEqualTo(code);
        assertThat(count("select count(*) from idempotency_key where position('" + code + "' in answer) > 0"))
                .isZero();
    }
}
