package org.puente.platform.web;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.puente.platform.PlatformTestBase;
import org.puente.platform.testing.Tokens;

/** The realm is away when the first token comes, so that nobody can tell whether it is valid. */
@QuarkusTest
@TestProfile(RealmAwayTest.Away.class)
class RealmAwayTest extends PlatformTestBase {
    private static final int PORT = 18_180;

    public static class Away implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "quarkus.oidc.auth-server-url",
                    "http://127.0.0.1:" + PORT + "/realms/puente",
                    "quarkus.oidc.public-key",
                    "",
                    "quarkus.oidc.discovery-enabled",
                    "false",
                    "quarkus.oidc.jwks-path",
                    "/certs",
                    "quarkus.oidc.jwks.resolve-early",
                    "false");
        }
    }

    @Test
    void aTokenThatCannotBeCheckedIs503() {
        ask();
    }

    @Test
    void aRealmThatIsFrozenIs503AfterABoundedWait() throws IOException {
        try (ServerSocket frozen = new ServerSocket(PORT, 50, InetAddress.getLoopbackAddress())) {
            ask();
        }
    }

    private static void ask() {
        given().auth()
                .oauth2(Tokens.operator("gtm"))
                .get("/v1/dead-letters")
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", notNullValue())
                .body("type", equalTo("urn:puente:problem:status-503"));
    }
}
