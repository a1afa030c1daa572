package org.puente.reception.certificates;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A request that issued a certificate comes again, and the certificate has changed since. */
@QuarkusTest
class RepeatedIssuingTest extends CertificateTestBase {
    private final String key = UUID.randomUUID().toString();
    private Response registered;
    private Response first;

    @BeforeEach
    void isIssued() {
        registered = registered();
        first = sent();
    }

    private Response sent() {
        return intake().header("Idempotency-Key", key).body("{}").post(path(registered));
    }

    @Test
    void whatANewerOneHasSupersededIsAnsweredAsSuperseded() {
        issued(registered);

        assertThat(sent().<String>path("code")).isEqualTo(code(first));
        assertThat(sent().<String>path("status")).isEqualTo("superseded");
    }

    @Test
    void whatWasRevokedIsAnsweredAsRevoked() {
        revoke(first, "lost");

        assertThat(sent().<String>path("status")).isEqualTo("revoked");
    }

    @Test
    void whatWasErasedWithItsReturnIsRefused() {
        erase(registered);

        Response again = sent();

        assertThat(again.statusCode()).as(again.asString()).isEqualTo(409);
        assertThat(again.<String>path("type")).endsWith("certificate-erased");
    }

    @Test
    void nothingOfThePersonIsKeptForIt() {
        assertThat(count("select count(*) from idempotency_key where key = '" + key
                        + "' and (answer like '%initials%' or answer like '%statement%')"))
                .isZero();
    }
}
