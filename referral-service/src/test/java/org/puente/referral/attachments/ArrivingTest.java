package org.puente.referral.attachments;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.puente.contracts.ReferralFact;
import org.puente.platform.testing.Tokens;
import org.puente.platform.testing.Wire;
import org.puente.referral.RegionFacts;

/** How attachments come, who reads them, and how they end. */
@QuarkusTest
class ArrivingTest extends AttachmentSlice {
    /** More than an instance has in hand at once. */
    private static final int SEVERAL = 5;

    /** They are 35 MB sealed, which a busy host takes minutes for. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    /** Each try sends the whole file. */
    private static final Duration A_MOMENT = Duration.ofMillis(250);

    private static final byte[] THREE_PARTS = Files.pdf(2 * AttachmentChunks.PART_BYTES + 1);

    private ReferralFact.Issued fromHonduras() {
        return receivedFromHonduras(
                published(RegionFacts.offer(offerId("gtm"), null, LONG)),
                Instant.now().plus(LONG));
    }

    @Test
    void aFileOfFiveMegabytesArrivesWholeAtItsRecipient() {
        byte[] largest = Files.pdf(Attachment.MAX_BYTES);
        String referral = referred();
        String attachment = attached(referral, largest);
        hasCome(referral, attachment);
        byte[] came = file(RECIPIENT, referral, attachment).extract().asByteArray();
        assertThat(came).isEqualTo(largest);
    }

    @Test
    void itIsGivenAsAFileToBeStoredAndNotToBeShown() {
        String referral = referred();
        String attachment = attached(referral, THREE_PARTS);
        hasCome(referral, attachment);
        file(RECIPIENT, referral, attachment)
                .header("Content-Type", "application/pdf")
                .header("X-Content-Type-Options", "nosniff")
                .header("Cache-Control", "no-store")
                .header("Content-Disposition", "attachment; filename=\"%s.pdf\"".formatted(attachment));
    }

    @ParameterizedTest
    @ValueSource(strings = {ISSUER, "gtm-stranger"})
    void nobodyButTheRecipientReadsIt(String institution) {
        String referral = referred();
        String attachment = attached(referral, THREE_PARTS);
        hasCome(referral, attachment);
        file(institution, referral, attachment).statusCode(404);
    }

    @Test
    void everyReadingIsInTheAudit() {
        String referral = referred();
        String attachment = attached(referral, THREE_PARTS);
        hasCome(referral, attachment);
        list(RECIPIENT, referral).statusCode(200);
        given().auth()
                .oauth2(Tokens.region("auditor"))
                .queryParam("subject", referral)
                .get("/v1/audit")
                .then()
                .body("items.action", hasItems("attachment.sent", "attachments.listed", "attachment.read"))
                .body("items.fields.flatten()", hasItems(attachment));
    }

    @Test
    void partsMayComeInReverseOrderAndTwice() {
        ReferralFact.Issued issued = fromHonduras();
        AttachmentChunks cut = Files.cut(issued, THREE_PARTS);
        for (int part = cut.parts(); part >= 0; part--) {
            publish("hnd", cut, part);
            publish("hnd", cut, part);
        }
        hasCome(issued.referralId().toString(), cut.what().attachmentId());
        assertThat(file(RECIPIENT, issued.referralId().toString(), cut.what().attachmentId())
                        .extract()
                        .asByteArray())
                .isEqualTo(THREE_PARTS);
    }

    @Test
    void partsMayComeBeforeTheirReferral() {
        var offer = published(RegionFacts.offer(offerId("gtm"), null, LONG));
        ReferralFact.Issued issued = fromHonduras(offer, Instant.now().plus(LONG));
        AttachmentChunks cut = Files.cut(issued, THREE_PARTS);
        IntStream.rangeClosed(0, cut.parts())
                .mapToObj(part -> publish("hnd", cut, part))
                .toList()
                .forEach(this::wasTakenIn);
        Wire.publish("hnd", "referral", "gtm", issued);
        hasCome(issued.referralId().toString(), cut.what().attachmentId());
    }

    @Test
    void aFileThatHasNotWhollyComeIsShownAsIncomplete() {
        ReferralFact.Issued issued = fromHonduras();
        AttachmentChunks cut = Files.cut(issued, THREE_PARTS);
        wasTakenIn(publish("hnd", cut, 2));
        String referral = issued.referralId().toString();
        list(RECIPIENT, referral).body("items[0].state", equalTo("arriving")).body("items[0].kind", equalTo(null));
        file(RECIPIENT, referral, cut.what().attachmentId())
                .statusCode(409)
                .body("type", equalTo("urn:puente:problem:attachment-not-there-yet"));
    }

    @Test
    void aFileThatIsNotWhatItsSenderDeclaresIsNotGiven() {
        ReferralFact.Issued issued = fromHonduras();
        byte[] page = "<!DOCTYPE html>".getBytes(StandardCharsets.US_ASCII);
        AttachmentChunks cut = Files.cut(issued, page);
        wasTakenIn(publish("hnd", cut, 0));
        wasTakenIn(publish("hnd", cut, 1));
        file(RECIPIENT, issued.referralId().toString(), cut.what().attachmentId())
                .statusCode(409)
                .body("type", equalTo("urn:puente:problem:attachment-damaged"));
    }

    @Test
    void whatANodeSendsThatDidNotIssueTheReferralIsNotShown() {
        ReferralFact.Issued issued = fromHonduras();
        AttachmentChunks cut = Files.cut(issued, Files.pdf(10));
        wasTakenIn(publish("mex", cut, 0));
        wasTakenIn(publish("mex", cut, 1));
        list(RECIPIENT, issued.referralId().toString()).body("items", hasSize(0));
    }

    @Test
    void aWithdrawnConsentErasesThemAtTheRecipient() {
        Arrived person = arrived();
        String referral = referred(person);
        String attachment = attached(referral, THREE_PARTS);
        hasCome(referral, attachment);
        Wire.publish("gtm", "reception", RegionFacts.withdrawn(person.consent()));
        await().atMost(SOON).until(() -> partsOf(referral) == 0);
        file(RECIPIENT, referral, attachment).statusCode(410);
        list(RECIPIENT, referral).statusCode(410);
    }

    @Test
    void onceTheyAreErasedTheIssuerSeesThatAndNoMore() {
        Arrived person = arrived();
        String referral = referred(person);
        attached(referral, THREE_PARTS);
        Wire.publish("gtm", "reception", RegionFacts.withdrawn(person.consent()));
        await().atMost(SOON)
                .untilAsserted(() -> list(ISSUER, referral)
                        .body("items[0].state", equalTo("erased"))
                        .body("items[0].sha256", equalTo(null)));
    }

    @Test
    void aPartThatComesAfterTheErasureIsNotKept() {
        Arrived person = arrived();
        String referral = referred(person);
        Wire.publish("gtm", "reception", RegionFacts.withdrawn(person.consent()));
        await().atMost(SOON).until(() -> list(RECIPIENT, referral).extract().statusCode() == 410);
        ReferralFact.Issued issued = Wire.facts("puente.gtm.referrals.gtm", referral, ReferralFact.Issued.class)
                .getFirst();
        wasTakenIn(publish("gtm", Files.cut(issued, THREE_PARTS), 1));
        assertThat(partsOf(referral)).isZero();
    }

    @Test
    void nothingOfTheFileIsOnTheWire() {
        String word = "Wilmer-" + UUID.randomUUID();
        byte[] file = ("%PDF-1.7\n" + (word + "\n").repeat(50)).getBytes(StandardCharsets.US_ASCII);
        String referral = referred();
        hasCome(referral, attached(referral, file));
        List<String> wire = Wire.dump("puente.gtm.dossiers.gtm").stream()
                .map(ConsumerRecord::value)
                .toList();
        Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
        List<String> forms = List.of(
                word,
                base64.encodeToString(word.substring(0, 30).getBytes()),
                base64.encodeToString(word.substring(1, 31).getBytes()),
                base64.encodeToString(word.substring(2, 32).getBytes()),
                "\"medical\"",
                Attachment.sha256(file));
        assertThat(wire).isNotEmpty().noneMatch(record -> forms.stream().anyMatch(record::contains));
    }

    @Test
    void severalOfTheLargestAtOnceAllGetThrough() {
        byte[] largest = Files.pdf(Attachment.MAX_BYTES);
        String referral = referred();
        try (ExecutorService senders = Executors.newFixedThreadPool(SEVERAL)) {
            for (int i = 0; i < SEVERAL; i++) {
                String key = UUID.randomUUID().toString();
                senders.execute(() -> await().atMost(PATIENCE)
                        .pollInterval(A_MOMENT)
                        .until(() -> attach(ISSUER, referral, largest, "application/pdf", key)
                                        .extract()
                                        .statusCode()
                                == 201));
            }
        }
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        list(RECIPIENT, referral).body("items.findAll { it.state == 'complete' }", hasSize(SEVERAL)));
    }
}
