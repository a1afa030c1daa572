package org.puente.reporting.console;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.puente.platform.testing.ExpectedErrors;

/** No realm runs beside these tests. */
@QuarkusTest
class RealmAwayTest {
    private static final Pattern STATE = Pattern.compile("[?&]state=([^&]+)");

    @Test
    @ExpectedErrors({"Exception during the code to token exchange", "Exception occurred during authorization"})
    void whoComesBackFromTheLoginIsToTryAgain() {
        Response login = given().redirects().follow(false).get("/");
        Matcher state = STATE.matcher(login.header("Location"));
        assertThat(state.find()).isTrue();

        Response back = given().redirects()
                .follow(false)
                .cookies(login.detailedCookies())
                .urlEncodingEnabled(false)
                .get("/?code=any&state=" + state.group(1));

        assertThat(back.statusCode()).as(back.asString()).isEqualTo(503);
        assertThat(back.header("Retry-After")).isNotNull();
    }
}
