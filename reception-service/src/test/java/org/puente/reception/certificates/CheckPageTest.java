package org.puente.reception.certificates;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.puente.platform.testing.DatabaseOutage;
import org.puente.platform.testing.ExpectedErrors;

@QuarkusTest
class CheckPageTest extends CertificateTestBase {
    private Response post(String shown) {
        return given().header("X-Forwarded-For", address)
                .formParam("shown", shown)
                .formParam("lang", "es")
                .post("/certificate");
    }

    @Test
    void asksInSpanishFirst() {
        assertThat(given().get("/certificate").asString())
                .contains("<html lang=\"es\">", "<label for=\"shown\">Código de la constancia</label>");
    }

    @Test
    void asksInEnglishWhoWantsIt() {
        assertThat(given().get("/certificate?lang=en").asString())
                .contains("<html lang=\"en\">", "Code of the certificate", "href=\"/certificate?lang=es\"");
    }

    @Test
    void runsNoScriptAndFetchesNothingFromElsewhere() {
        Response page = given().get("/certificate");
        assertThat(page.header("Content-Security-Policy"))
                .startsWith("default-src 'none'; style-src 'self'; form-action 'self'");
        assertThat(page.asString()).doesNotContain("<script", "http:", "https:", "style=");
    }

    @Test
    void showsWhatTheCodeLeadsTo() {
        String code = code(issued(registered()));
        Response page = post(code);

        assertThat(page.statusCode()).as(page.asString()).isEqualTo(200);
        assertThat(page.asString())
                .contains("Válida.", "ZQ", "2 de enero de 2025")
                .doesNotContain(code, "Zenaida", "Quetzalcóatl");
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
        assertThat(page.cookies()).isEmpty();
    }

    @Test
    void takesWhatAScannerReadsFromTheQrCode() {
        assertThat(post(issued(registered()).path("statement")).asString()).contains("Válida.");
    }

    @Test
    void showsThatOneIsRevoked() {
        Response issued = issued(registered());
        revoke(issued, "lost");
        assertThat(post(code(issued)).asString()).contains("No es válida").doesNotContain("Válida.");
    }

    @Test
    void showsThatThereIsNone() {
        Response page = post(CertificateCode.random(new SecureRandom()).text());
        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.asString()).contains("role=\"alert\"", "Aquí no hay tal constancia");
    }

    @Test
    void showsWhatWasTypedAsTextOnly() {
        assertThat(post("\"><script>alert(1)</script>").asString()).doesNotContain("<script>");
    }

    @Test
    void asksToTryAgainAfterTooManyChecks() {
        Response page = null;
        for (int i = 0; i < 200 && (page == null || page.statusCode() == 404); i++) {
            page = post("mistyped");
        }
        assertThat(page.statusCode()).isEqualTo(429);
        assertThat(page.asString()).contains("Hubo demasiadas consultas");
    }

    @Test
    @ExpectedErrors({"Failed to start a transaction", "Failed to commit transaction", "Failed to rollback transaction"})
    void asksToTryAgainWhileTheDatabaseIsAway() throws Exception {
        String code = CertificateCode.random(new SecureRandom()).text();
        Response page;
        try (DatabaseOutage.Away away = DatabaseOutage.FULL.begin()) {
            page = post(code);
        }
        assertThat(page.statusCode()).isEqualTo(503);
        assertThat(page.asString()).contains("role=\"alert\"", "value=\"" + code + "\"");
    }
}
