package org.puente.reception.certificates;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.security.SecureRandom;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CheckingTest extends CertificateTestBase {
    @Test
    void showsStatusDateInitialsAndValidityAndNothingElse() {
        Response issued = issued(registered());

        assertThat(check(code(issued)).jsonPath().<String, String>getMap("$"))
                .isEqualTo(Map.of(
                        "status", "valid",
                        "returnedOn", "2025-01-02",
                        "initials", "ZQ",
                        "validUntil", today().plusYears(1).toString()));
    }

    @Test
    void readsTheCodeAsPeopleTypeIt() {
        String code = code(issued(registered()));
        assertThat(check(code.replace("-", "").toLowerCase()).<String>path("status"))
                .isEqualTo("valid");
    }

    @Test
    void showsThatOneIsExpired() {
        String code = code(issued(registered()));
        execute("update certificate set expires_at = now() - interval '1 second' where code = '" + code.replace("-", "")
                + "'");
        assertThat(check(code).<String>path("status")).isEqualTo("expired");
    }

    @Test
    void showsThatOneIsRevoked() {
        Response issued = issued(registered());
        revoke(issued, "lost");
        assertThat(check(code(issued)).<String>path("status")).isEqualTo("revoked");
    }

    @Test
    void answersTheSameToEverythingThatIsNoCertificate() {
        Response madeUp = check(CertificateCode.random(new SecureRandom()).text());
        Response mistyped = check("7K2M");
        Response ofAPerson = check(registered().path("statusCode"));

        for (Response answer : new Response[] {madeUp, mistyped, ofAPerson}) {
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.<String>path("type")).isEqualTo(madeUp.<String>path("type"));
            assertThat(answer.<String>path("detail")).isEqualTo(madeUp.<String>path("detail"));
        }
    }

    @Test
    void endsWhoTriesCodes() {
        Response answer = null;
        for (int i = 0; i < 200 && (answer == null || answer.statusCode() == 404); i++) {
            answer = check(CertificateCode.random(new SecureRandom()).text());
        }
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(Integer.parseInt(answer.header("Retry-After"))).isBetween(1, 60);
    }

    @Test
    void theHistoryIsReadByNobodyWithoutARole() {
        Response registered = registered();
        issued(registered);
        assertThat(given().get(path(registered)).statusCode()).isEqualTo(401);
    }
}
