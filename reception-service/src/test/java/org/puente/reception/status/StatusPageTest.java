package org.puente.reception.status;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.puente.platform.testing.DatabaseOutage;
import org.puente.platform.testing.ExpectedErrors;

@QuarkusTest
class StatusPageTest extends StatusTest {
    @Test
    void asksInSpanishFirst() {
        String page = given().get("/status").asString();

        assertThat(page)
                .contains(
                        "<html lang=\"es\">",
                        "<label for=\"code\">Código</label>",
                        "<label for=\"birthYear\">Año de nacimiento</label>");
    }

    @Test
    void asksInEnglishWhoWantsIt() {
        assertThat(given().get("/status?lang=en").asString())
                .contains("<html lang=\"en\">", "Year of birth", "href=\"/status?lang=es\"");
    }

    @Test
    void runsNoScriptAndFetchesNothingFromElsewhere() {
        Response page = given().get("/status");

        assertThat(page.header("Content-Security-Policy"))
                .startsWith("default-src 'none'; style-src 'self'; form-action 'self'");
        assertThat(page.asString()).doesNotContain("<script", "http:", "https:", "style=");
        assertThat(given().get("/status.css").statusCode()).isEqualTo(200);
    }

    @Test
    void leavesNoTraceInTheBrowser() {
        Response page = post(registered().code(), "1991");

        assertThat(page.cookies()).isEmpty();
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
        assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
    }

    @Test
    void showsTheCase() {
        Registered who = registered();
        refer(who, CaseFactSamples.EMPLOYMENT);
        eventually(who, answer -> assertThat(answer.asString()).contains("issued"));

        Response page = post(who.code(), "1991");

        assertThat(page.statusCode()).as(page.asString()).isEqualTo(200);
        assertThat(page.contentType()).startsWith("text/html");
        assertThat(page.asString())
                .contains(
                        "2 de enero de 2025",
                        "Nombre de mex-empleo",
                        "Secretaría del Trabajo",
                        "href=\"tel:" + CaseFactSamples.PHONE,
                        "Si otras personas usan este teléfono")
                .doesNotContain(who.code(), who.caseId().toString());
    }

    @Test
    void givesOneAndTheSamePageToAWrongYearAndAWrongCode() {
        String code = registered().code();
        String other = StatusCode.random(new SecureRandom()).text();
        Response wrongYear = post(code, "1990");
        Response wrongCode = post(other, "1991");

        assertThat(wrongYear.statusCode()).isEqualTo(404);
        assertThat(wrongCode.statusCode()).isEqualTo(404);
        assertThat(wrongCode.asString().replace(other, "").replace("1991", ""))
                .isEqualTo(wrongYear.asString().replace(code, "").replace("\"1990\"", "\"\""));
    }

    @Test
    void marksWhatIsMistypedAndLetsItBeCorrected() {
        Response page = post("7K2M-9QXR", "91");

        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.asString())
                .contains("role=\"alert\"", "value=\"7K2M-9QXR\"", "Hay un error en el código")
                .containsPattern("name=\"birthYear\" value=\"91\"[^>]*aria-invalid=\"true\"");
    }

    @Test
    void showsWhatWasTypedAsTextOnly() {
        assertThat(post("\"><script>alert(1)</script>", "1991").asString()).doesNotContain("<script>");
    }

    @Test
    void showsWhenToTryAgain() {
        Response page = null;
        for (int i = 0; i < 60 && (page == null || page.statusCode() == 400); i++) {
            page = post("mistyped", "1991");
        }

        assertThat(page.statusCode()).isEqualTo(429);
        assertThat(Integer.parseInt(page.header("Retry-After"))).isBetween(1, 60);
        assertThat(page.asString()).contains("Hubo demasiados intentos");
    }

    @Test
    @ExpectedErrors({"Failed to start a transaction", "Failed to commit transaction", "Failed to rollback transaction"})
    void asksToTryAgainWhileTheDatabaseIsAway() throws Exception {
        String code = StatusCode.random(new SecureRandom()).text();
        Response page;
        try (DatabaseOutage.Away away = DatabaseOutage.FULL.begin()) {
            page = post(code, "1991");
        }

        assertThat(page.statusCode()).isEqualTo(503);
        assertThat(page.header("Retry-After")).isEqualTo("5");
        assertThat(page.asString()).contains("role=\"alert\"", "value=\"" + code + "\"");
    }

    private Response post(String code, String year) {
        return given().header("X-Forwarded-For", address)
                .formParam("code", code)
                .formParam("birthYear", year)
                .formParam("lang", "es")
                .post("/status");
    }
}
