package org.puente.referral.attachments;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.puente.platform.testing.Tokens;
import org.puente.referral.ReferralServiceTestBase;

/** Whole files take room, which one institution cannot have for itself. */
@QuarkusTest
class FileConcurrencyLimitTest extends ReferralServiceTestBase {
    /** Of nobody else: what it has begun is in hand for a moment after its end. */
    private static final String SLOW = "gtm-files";

    private final String path = "/v1/referrals/" + UUID.randomUUID() + "/attachments";
    private final List<Socket> uploads = new ArrayList<>();

    @AfterEach
    void theyEnd() throws IOException {
        for (Socket upload : uploads) {
            upload.close();
        }
        await().atMost(SOON).untilAsserted(() -> sends(SLOW).statusCode(404));
    }

    private static String token(String institution) {
        return Tokens.of("gtm", institution, "case-manager");
    }

    /** Says that a file comes, and sends its first byte. */
    private void beginsToSend(String institution) throws IOException {
        Socket upload = new Socket("localhost", RestAssured.port);
        uploads.add(upload);
        String head = """
                POST %s?kind=medical HTTP/1.1
                Host: localhost
                Authorization: Bearer %s
                Content-Type: application/pdf
                Content-Length: 100000

                %%\
                """.formatted(path, token(institution)).replace("\n", "\r\n");
        upload.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        upload.getOutputStream().flush();
    }

    private ValidatableResponse sends(String institution) {
        return given().auth()
                .oauth2(token(institution))
                .contentType("application/pdf")
                .queryParam("kind", "medical")
                .body(new byte[] {'%', 'P', 'D', 'F', '-', '1', '.', '7', '\n'})
                .post(path)
                .then();
    }

    @Test
    void oneInstitutionsSlowFilesLeaveRoomForOthers() {
        await().atMost(SOON).untilAsserted(() -> {
            beginsToSend(SLOW); // again, if one that looked took its room
            sends(SLOW).statusCode(429);
        });
        sends(SLOW)
                .statusCode(429)
                .header("Retry-After", notNullValue())
                .body("type", equalTo("urn:puente:problem:attachments-in-hand-of-one"));
        sends("gtm-other").statusCode(404);
    }
}
