package org.puente.reception.certificates;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.puente.reception.ReceptionTest;
import org.puente.reception.RegistrationForm;

/** A person who was registered, and whose certificates are issued and checked. */
abstract class CertificateTestBase extends ReceptionTest {
    private static final AtomicInteger ADDRESSES = new AtomicInteger();

    /** From where this test checks, so that no other uses up its checks. */
    final String address = "10.7.%d.%d".formatted(ADDRESSES.incrementAndGet() / 250, ADDRESSES.get() % 250);

    static Response registered() {
        return registered(RegistrationForm.filled());
    }

    static Response registered(RegistrationForm form) {
        Response registered = register(form);
        assertThat(registered.statusCode()).as(registered.asString()).isEqualTo(201);
        return registered;
    }

    static String path(Response registered) {
        return "/v1/returns/" + registered.path("caseId") + "/certificates";
    }

    static Response issue(Response registered, String body) {
        return intake().header("Idempotency-Key", UUID.randomUUID().toString())
                .body(body)
                .post(path(registered));
    }

    static Response issued(Response registered) {
        Response issued = issue(registered, "{}");
        assertThat(issued.statusCode()).as(issued.asString()).isEqualTo(201);
        return issued;
    }

    static byte[] printed(Response issued) {
        Response pdf = print(issued);
        assertThat(pdf.statusCode()).isEqualTo(200);
        return pdf.asByteArray();
    }

    static Response print(Response issued) {
        return intake().accept("application/pdf").get(issued.header("Location"));
    }

    Response check(String code) {
        return given().header("X-Forwarded-For", address).get("/v1/certificates/" + code);
    }

    static Response revoke(Response issued, String reason) {
        return intake().body("{\"reason\": \"%s\"}".formatted(reason)).post(issued.header("Location") + "/revocation");
    }

    static String code(Response issued) {
        return issued.path("code");
    }
}
