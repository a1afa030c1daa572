package org.puente.reception.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.puente.reception.RegistrationForm;

@QuarkusTest
class AskingTest extends StatusTest {
    @Inject
    MeterRegistry metrics;

    @Test
    void showsWhoKnowsCodeAndYearThatTheReturnIsRegistered() {
        Response response = ask(registered().code(), BORN);

        assertThat(response.statusCode()).as(response.asString()).isEqualTo(200);
        assertThat(response.<String>path("says")).isEqualTo("Su retorno del 2 de enero de 2025 está registrado.");
        assertThat(response.<String>path("consent.status")).isEqualTo("valid");
        assertThat(response.<List<?>>path("referrals")).isEmpty();
    }

    @Test
    void showsItInEnglishToWhoReadsEnglish() {
        String body =
                "{\"code\": \"%s\", \"birthYear\": 1991}".formatted(registered().code());

        assertThat(ask(address, body, "en").<String>path("says"))
                .isEqualTo("Your return on January 2, 2025 is registered.");
    }

    @Test
    void showsNothingThatIdentifiesThePerson() {
        RegistrationForm form = RegistrationForm.filled().document("dui", RegistrationForm.dui());
        Registered who = registered(form);

        assertThat(ask(who.code(), BORN).asString())
                .doesNotContain(
                        form.text("/person/givenNames"),
                        form.text("/person/familyNames"),
                        form.text("/person/documents/0/number"),
                        who.caseId().toString(),
                        who.code(),
                        "1991",
                        "Chiantla",
                        "Insulino");
    }

    @Test
    void givesOneAndTheSameAnswerToAWrongYearAndAWrongCode() {
        Response wrongYear = ask(registered().code(), 1990);
        Response wrongCode = ask(StatusCode.random(new SecureRandom()).text(), BORN);

        assertThat(wrongYear.statusCode()).isEqualTo(404);
        assertThat(wrongYear.contentType()).startsWith("application/problem+json");
        assertThat(wrongCode.asString()).isEqualTo(wrongYear.asString());
        assertThat(wrongCode.headers().asList())
                .hasSameSizeAs(wrongYear.headers().asList());
    }

    @Test
    void showsAtOnceThatACodeOrAYearIsMistyped() {
        String code = registered().code();
        String other = code.startsWith("A") ? "B" : "A";
        Response response = ask(other + code.substring(1), 91);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.<List<String>>path("errors.pointer")).containsExactly("/code", "/birthYear");
    }

    @Test
    void asksForCodeAndYearWhereNothingIsSent() {
        assertThat(ask(address, "{}", "es").statusCode()).isEqualTo(400);
        assertThat(ask(address, "", "es").statusCode()).isEqualTo(400);
    }

    @Test
    void takesThreeYearsWhereOnlyAnAgeIsKnown() {
        RegistrationForm form =
                RegistrationForm.filled().without("/person/birthDate").with("/person/ageYears", "30");
        String code = registered(form).code();

        assertThat(List.of(1993, 1994, 1995, 1996, 1997))
                .extracting(year -> ask(code, year).statusCode())
                .containsExactly(404, 200, 200, 200, 404);
    }

    @Test
    void takesElevenYearsWhereTheAgeIsAGuess() {
        RegistrationForm form = RegistrationForm.filled()
                .without("/person/birthDate")
                .with("/person/ageYears", "30")
                .with("/person/ageEstimated", "true");
        String code = registered(form).code();

        assertThat(List.of(1989, 1990, 1995, 2000, 2001))
                .extracting(year -> ask(code, year).statusCode())
                .containsExactly(404, 200, 200, 200, 404);
    }

    @Test
    void goesByTheYearOfBirthAsItWasAmended() {
        Registered who = registered();
        intake().contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .body("{\"person\": {\"birthDate\": \"1989-05-05\"}}")
                .patch("/v1/returns/" + who.caseId())
                .then()
                .statusCode(200);

        assertThat(ask(who.code(), BORN).statusCode()).isEqualTo(404);
        assertThat(ask(who.code(), 1989).statusCode()).isEqualTo(200);
    }

    @Test
    void letsNobodyTryWithoutEnd() {
        String code = StatusCode.random(new SecureRandom()).text();
        Response last = null;
        for (int i = 0; i <= 10; i++) {
            last = ask("10.3.0." + i, question(code, 1980 + i), "es");
        }

        assertThat(last.statusCode()).as("the eleventh year with one code").isEqualTo(429);
        assertThat(last.contentType()).startsWith("application/problem+json");
        assertThat(Integer.parseInt(last.header("Retry-After"))).isBetween(1, 86_400);
        assertThat(last.<String>path("detail")).contains("demasiados intentos");
    }

    @Test
    void letsNoAddressTryWithoutEnd() {
        int status = 400;
        int tries = 0;
        while (status == 400 && tries < 100) {
            status = ask(address, question("mistyped", BORN), "es").statusCode();
            tries++;
        }

        assertThat(status).isEqualTo(429);
        assertThat(tries).isGreaterThan(30);
        assertThat(ask("10.4.0.1", question("mistyped", BORN), "es").statusCode())
                .isEqualTo(400);
    }

    @Test
    void countsWrongTries() {
        double before = wrong();
        ask(StatusCode.random(new SecureRandom()).text(), BORN);

        assertThat(wrong()).isEqualTo(before + 1);
    }

    @Test
    void isKeptByNoCacheAndNamedToNoOtherSite() {
        Response response = ask(registered().code(), BORN);

        assertThat(response.header("Cache-Control")).isEqualTo("no-store");
        assertThat(response.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(response.cookies()).isEmpty();
    }

    private static String question(String code, int year) {
        return "{\"code\": \"%s\", \"birthYear\": %d}".formatted(code, year);
    }

    private double wrong() {
        return metrics.counter("puente.status.inquiries", "outcome", "wrong").count();
    }
}
