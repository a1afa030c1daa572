package org.puente.referral.attachments;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.http.TestHTTPResourceManager;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.puente.platform.testing.Tokens;
import org.puente.referral.ReferralServiceTestBase;

/** An institution sends files drop by drop, to referrals that needn't be there. */
@QuarkusTest
class SlowUploadsTest extends ReferralServiceTestBase {
    private static final String SLOW = "gtm-slow";
    private static final String PATH = "/v1/referrals/" + UUID.randomUUID() + "/attachments?kind=certificate";

    private final List<Socket> lines = new ArrayList<>();

    @BeforeEach
    void twoOfItsFilesAreOnTheirWay() {
        fill(SLOW, SLOW, 429);
    }

    @AfterEach
    void endAll() throws IOException {
        for (Socket line : lines) {
            line.close();
        }
        await().atMost(SOON).untilAsserted(() -> attach(SLOW).statusCode(404));
        await().atMost(SOON).untilAsserted(() -> attach("gtm-slow-too").statusCode(404));
    }

    @Test
    void itsThirdUploadIsGivenATimeToRetry() {
        attach(SLOW).header("Retry-After", "1").body("type", equalTo("urn:puente:problem:attachments-in-hand-of-one"));
    }

    @Test
    void othersHaveRoom() {
        await().atMost(SOON).untilAsserted(() -> attach("gtm-other").statusCode(404));
    }

    @Test
    void whenAllRoomIsTakenOthersAreGivenATimeToRetry() {
        fill("gtm-slow-too", "gtm-other", 503);
    }

    /** Until there is no more room: one that looks takes room too, and may keep a slow one out. */
    private void fill(String institution, String looking, int refused) {
        await().atMost(SOON).untilAsserted(() -> {
            begin(institution);
            attach(looking).statusCode(refused);
        });
    }

    private void begin(String institution) throws IOException {
        URI server = URI.create(TestHTTPResourceManager.getUri());
        Socket line = new Socket(server.getHost(), server.getPort());
        lines.add(line);
        String request = String.join(
                "\r\n",
                "POST " + PATH + " HTTP/1.1",
                "Host: " + server.getAuthority(),
                "Authorization: Bearer " + token(institution),
                "Content-Type: application/pdf",
                "Content-Length: 100000",
                "",
                "%PDF-1.4");
        line.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    }

    private static ValidatableResponse attach(String institution) {
        return given().auth()
                .oauth2(token(institution))
                .contentType("application/pdf")
                .body("%PDF-1.4\n%%EOF\n".getBytes(StandardCharsets.US_ASCII))
                .post(PATH)
                .then();
    }

    private static String token(String institution) {
        return Tokens.of("gtm", institution, "case-manager");
    }
}
