package org.puente.referral.attachments;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.oneOf;

import io.quarkus.test.common.http.TestHTTPResourceManager;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.puente.contracts.DirectoryFact.OfferPublished;
import org.puente.contracts.ReturnFact;
import org.puente.platform.testing.Tokens;
import org.puente.platform.testing.Wire;
import org.puente.referral.RegionFacts;
import org.puente.referral.Rows;

/** What may be attached, by whom, to what, and how often. */
@QuarkusTest
class AttachingTest extends AttachmentSlice {
    private static final byte[] PDF = "%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII);

    @Test
    void theAnswerShowsWhatWasAttached() {
        String referral = referred();
        JsonPath answer = attach(ISSUER, referral, PDF)
                .statusCode(201)
                .body("state", equalTo("sent"))
                .body("kind", equalTo("medical"))
                .body("type", equalTo("application/pdf"))
                .body("bytes", equalTo(PDF.length))
                .body("sha256", equalTo(Attachment.sha256(PDF)))
                .extract()
                .jsonPath();
        list(ISSUER, referral)
                .body("items", hasSize(1))
                .body("items[0].attachmentId", equalTo(answer.getString("attachmentId")));
    }

    /** Who ends a consent holds it first, and then what was issued under it. */
    @Test
    void whoWaitsForTheConsentDoesNotHoldTheReferral() throws Exception {
        String referral = referred();
        await().atMost(SOON).until(() -> "acknowledged".equals(status(referral)));
        String where = " from referral where referral_id = '" + referral + "'";
        String consent = Rows.read("select consent_id" + where);
        CompletableFuture<Integer> attached;
        try (Rows.Held ending = Rows.hold("select 1 from consent where consent_id = '" + consent + "' for update")) {
            attached = CompletableFuture.supplyAsync(
                    () -> attach(ISSUER, referral, PDF).extract().statusCode());
            await().atMost(SOON).until(ending::isWaitedFor);
            assertThat(Rows.read("select 1" + where + " for update skip locked"))
                    .isEqualTo("1");
        }
        assertThat(attached.join()).isEqualTo(201);
    }

    @Test
    void aFileLargerThanFiveMegabytesIsRefused() {
        attach(ISSUER, referred(), Files.pdf(Attachment.MAX_BYTES + 1))
                .statusCode(413)
                .body("type", equalTo("urn:puente:problem:body-too-large"))
                .body("detail", endsWith("send less, or several requests."));
    }

    @Test
    void aLargerFileIsRefusedAlsoWhereItsSizeIsNotDeclared() throws IOException, InterruptedException {
        byte[] file = Files.pdf(Attachment.MAX_BYTES + 1);
        HttpRequest chunked = HttpRequest.newBuilder(URI.create(
                        TestHTTPResourceManager.getUri() + "/v1/referrals/" + referred() + "/attachments?kind=other"))
                .header("Authorization", "Bearer " + Tokens.of("gtm", ISSUER, "case-manager"))
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(file)))
                .build();
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            assertThat(client.send(chunked, BodyHandlers.ofString()).statusCode())
                    .isEqualTo(413);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"MZ\u0090\u0000\u0003", "<!DOCTYPE html><script>", "PK\u0003\u0004"})
    void whatIsNeitherPdfNorImageIsRefusedWhateverItIsCalled(String begins) {
        attach(ISSUER, referred(), begins.getBytes(StandardCharsets.ISO_8859_1))
                .statusCode(415)
                .body("type", equalTo("urn:puente:problem:attachment-type-unknown"));
    }

    @Test
    void aPhotographThatIsCalledAPdfIsRefused() {
        byte[] photograph = {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0};
        attach(ISSUER, referred(), photograph)
                .statusCode(422)
                .body("type", equalTo("urn:puente:problem:attachment-type-differs"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"image/jpg", "image/pjpeg", "IMAGE/JPEG; q=1", "application/octet-stream"})
    void aPhotographIsTakenUnderEveryNameOfItsType(String claimed) {
        byte[] photograph = {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0};
        attach(ISSUER, referred(), photograph, claimed, UUID.randomUUID().toString())
                .statusCode(201)
                .body("type", equalTo("image/jpeg"));
    }

    @Test
    void aKindThatIsNoneOfTheWordsIsRefused() {
        given().auth()
                .oauth2(Tokens.of("gtm", ISSUER, "case-manager"))
                .contentType("application/pdf")
                .queryParam("kind", "Acta de Wilmer Reyes")
                .body(PDF)
                .post("/v1/referrals/{id}/attachments", referred())
                .then()
                .statusCode(400)
                .body("type", equalTo("urn:puente:problem:attachment-kind-unknown"));
    }

    @Test
    void theSameFileUnderTheSameKeyIsAttachedOnce() {
        String referral = referred();
        String key = UUID.randomUUID().toString();
        String first =
                attach(ISSUER, referral, PDF, "application/pdf", key).extract().asString();
        attach(ISSUER, referral, PDF, "application/octet-stream", key)
                .statusCode(201)
                .body(equalTo(first));
        list(ISSUER, referral).body("items", hasSize(1));
    }

    @Test
    void anotherFileUnderTheSameKeyIsRefused() {
        String referral = referred();
        String key = UUID.randomUUID().toString();
        attach(ISSUER, referral, PDF, "application/pdf", key).statusCode(201);
        attach(ISSUER, referral, Files.pdf(20), "application/pdf", key).statusCode(422);
    }

    @Test
    void noMoreThanTenGoWithAReferral() {
        String referral = referred();
        for (int i = 0; i < Attachment.MAX_PER_REFERRAL; i++) {
            attached(referral, PDF);
        }
        attach(ISSUER, referral, PDF).statusCode(409).body("type", equalTo("urn:puente:problem:too-many-attachments"));
    }

    @ParameterizedTest
    @ValueSource(strings = {RECIPIENT, "gtm-stranger"})
    void onlyTheIssuerAttaches(String institution) {
        attach(institution, referred(), PDF).statusCode(404);
    }

    @Test
    void nothingIsAttachedToAReferralThatIsOver() {
        String referral = referred();
        addFact(ISSUER, referral, "cancelled", "reason", "other").statusCode(200);
        attach(ISSUER, referral, PDF)
                .statusCode(409)
                .body("type", equalTo("urn:puente:problem:attachment-not-open"))
                .body("referralStatus", equalTo("cancelled"));
    }

    @Test
    void theConsentMustNotBeOver() {
        Arrived person = arrived();
        OfferPublished offer = published(RegionFacts.offer(offerId("hnd"), null, LONG));
        String referral = issued(person, offer);
        attach(ISSUER, referral, PDF).statusCode(201);
        Wire.publish("gtm", "reception", over(person.consent()));
        // The clock that ends consents may have withdrawn the referral by then.
        await().atMost(SOON)
                .untilAsserted(() -> attach(ISSUER, referral, PDF)
                        .statusCode(oneOf(422, 409))
                        .body(
                                "type",
                                oneOf(
                                        "urn:puente:problem:consent-does-not-cover",
                                        "urn:puente:problem:attachment-not-open")));
    }

    private static ReturnFact.ConsentRecorded over(ReturnFact.ConsentRecorded wide) {
        return new ReturnFact.ConsentRecorded(
                wide.consentId(),
                wide.caseId(),
                wide.institution(),
                wide.occurredAt().plusMillis(1),
                wide.purposes(),
                wide.scope(),
                wide.givenBy(),
                LocalDate.now().minusDays(2));
    }
}
