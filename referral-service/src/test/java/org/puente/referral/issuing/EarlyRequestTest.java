package org.puente.referral.issuing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.http.TestHTTPResourceManager;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.puente.contracts.CaseId;
import org.puente.contracts.ConsentId;
import org.puente.contracts.DirectoryFact.OfferPublished;
import org.puente.contracts.ReferralFact;
import org.puente.contracts.ReferralId;
import org.puente.contracts.ReturnFact;
import org.puente.platform.ids.Ids;
import org.puente.platform.sealing.NodeKeys;
import org.puente.platform.sealing.Seal;
import org.puente.platform.testing.Tokens;
import org.puente.platform.testing.Wire;
import org.puente.referral.ReferralServiceTestBase;
import org.puente.referral.RegionFacts;

/** A request that comes before the facts that it needs is sent once. */
@QuarkusTest
class EarlyRequestTest extends ReferralServiceTestBase {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Inject
    NodeKeys keys;

    private final CaseId caseId = new CaseId(Ids.next());
    private final ReturnFact.ConsentRecorded consent = RegionFacts.consent(caseId, "region");

    @Test
    void aReferralWaitsForItsCaseItsConsentAndItsDossier() {
        OfferPublished offer = known(RegionFacts.offer(offerId("gtm"), null, LONG));
        CompletableFuture<HttpResponse<String>> early = refer(offer, "wait=25");
        publishTheCase();
        assertThat(early.join().statusCode()).isEqualTo(201);
    }

    /** As a device without network makes it, which sends the registration later. */
    @Test
    void aCaseIsWaitedForWhoseIdWasMadeHoursAgo() {
        CaseId old = new CaseId(madeHoursAgo());
        CompletableFuture<HttpResponse<String>> early =
                get("/v1/cases/" + old + "/matches", RegionFacts.RECEPTION.value());
        Wire.publish("gtm", "reception", RegionFacts.registered(old));
        assertThat(early.join().statusCode()).isEqualTo(200);
    }

    @Test
    void aReferralWaitsForAConsentWhoseIdWasMadeHoursAgo() {
        OfferPublished offer = known(RegionFacts.offer(offerId("gtm"), null, LONG));
        ReturnFact.ConsentRecorded later = madeWithoutNetwork();
        publishTheCase();
        await().atMost(SOON)
                .until(() -> refer(offer, later, "wait=0").join().body(), body -> body.contains("unknown-consent"));
        CompletableFuture<HttpResponse<String>> early = refer(offer, later, "wait=25");
        Wire.publish("gtm", "reception", later);
        assertThat(early.join().statusCode()).isEqualTo(201);
    }

    @Test
    void aPreviewWaitsForAConsentWhoseIdWasMadeHoursAgo() {
        OfferPublished offer = known(RegionFacts.offer(offerId("gtm"), null, LONG));
        ReturnFact.ConsentRecorded later = madeWithoutNetwork();
        publishTheCase();
        await().atMost(SOON)
                .until(() -> refer(offer, later, "wait=0").join().body(), body -> body.contains("unknown-consent"));
        CompletableFuture<HttpResponse<String>> early = get(
                "/v1/cases/" + caseId + "/preview?offerId=" + offer.offerId() + "&consentId=" + later.consentId(),
                RegionFacts.RECEPTION.value());
        Wire.publish("gtm", "reception", later);
        assertThat(early.join().statusCode()).isEqualTo(200);
    }

    @Test
    void severalPeopleWaitForConsentsWhoseIdsWereMadeHoursAgo() {
        OfferPublished offer = known(RegionFacts.offer(offerId("gtm"), null, LONG));
        ReturnFact.ConsentRecorded later = madeWithoutNetwork();
        publishTheCase();
        await().atMost(SOON)
                .until(() -> refer(offer, later, "wait=0").join().body(), body -> body.contains("unknown-consent"));
        CompletableFuture<HttpResponse<String>> early = post("/v1/referrals/bulk", several(offer, later), "wait=25");
        Wire.publish("gtm", "reception", later);
        assertThat(early.join().body()).contains("referralId");
    }

    @Test
    void whoDoesNotWantToWaitIsAnsweredAtOnce() {
        OfferPublished offer = known(RegionFacts.offer(offerId("gtm"), null, LONG));
        assertThat(refer(offer, "wait=0").join().body()).contains("unknown-case");
    }

    @Test
    void whenTheTimeIsOverTheRefusalStands() {
        OfferPublished offer = known(RegionFacts.offer(offerId("gtm"), null, LONG));
        Instant begun = Instant.now();
        HttpResponse<String> refused = refer(offer, "wait=1").join();
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("unknown-case");
        assertThat(Duration.between(begun, Instant.now())).isGreaterThan(Duration.ofMillis(900));
    }

    @Test
    void aHundredWaitForOneCaseAndOneOfThemRefersIt() {
        OfferPublished offer = known(RegionFacts.offer(offerId("gtm"), null, LONG));
        List<CompletableFuture<HttpResponse<String>>> early =
                Stream.generate(() -> refer(offer, "wait=25")).limit(100).toList();
        publishTheCase();
        List<Integer> statuses =
                early.stream().map(answer -> answer.join().statusCode()).toList();
        assertThat(statuses).containsOnlyOnce(201).containsOnly(201, 409);
    }

    @Test
    void severalPeopleWaitTogether() {
        OfferPublished offer = known(RegionFacts.offer(offerId("gtm"), null, LONG));
        CompletableFuture<HttpResponse<String>> early = post("/v1/referrals/bulk", several(offer, consent), "wait=25");
        publishTheCase();
        assertThat(early.join().body()).contains("referralId");
    }

    @Test
    void offersForACaseWaitForIt() {
        CompletableFuture<HttpResponse<String>> early =
                get("/v1/cases/" + caseId + "/matches", RegionFacts.RECEPTION.value());
        publishTheCase();
        assertThat(early.join().statusCode()).isEqualTo(200);
    }

    @Test
    void theRecipientMayAskForAReferralThatIsOnItsWay() {
        OfferPublished offer = known(RegionFacts.offer(offerId("gtm"), null, LONG));
        ReferralFact.Issued issued = newlyIssued(offer);
        CompletableFuture<HttpResponse<String>> early = get("/v1/referrals/" + issued.referralId(), "gtm-work");
        Wire.publish("hnd", "referral", "gtm", issued);
        assertThat(early.join().statusCode()).isEqualTo(200);
    }

    private ReferralFact.Issued newlyIssued(OfferPublished offer) {
        ReferralFact.Issued any = fromHonduras(offer, Instant.now().plus(LONG));
        return new ReferralFact.Issued(
                new ReferralId(Ids.next()),
                any.caseId(),
                any.institution(),
                any.occurredAt(),
                null,
                any.offerId(),
                any.from(),
                any.to(),
                any.need(),
                any.priority(),
                any.answerBy(),
                any.consentId(),
                any.dossierId());
    }

    private void publishTheCase() {
        Wire.publish("gtm", "reception", RegionFacts.registered(caseId));
        Wire.publish("gtm", "reception", consent);
        Wire.publish(
                "gtm",
                "reception",
                "gtm",
                RegionFacts.sealed(caseId, "gtm", RegionFacts.person("Wilmer"), Seal.newest(keys.published())));
    }

    /** A case alone is waited for, never an offer. */
    private OfferPublished known(OfferPublished offer) {
        published(offer);
        Arrived other = arrived();
        await().atMost(SOON).until(() -> issue(other, offer).extract().statusCode() == 201);
        return offer;
    }

    /** A consent whose id a device without network made hours before it sends it. */
    private ReturnFact.ConsentRecorded madeWithoutNetwork() {
        return new ReturnFact.ConsentRecorded(
                new ConsentId(madeHoursAgo()),
                caseId,
                consent.institution(),
                consent.occurredAt(),
                consent.purposes(),
                consent.scope(),
                consent.givenBy(),
                consent.validUntil());
    }

    private static UUID madeHoursAgo() {
        UUID now = Ids.next();
        long hours = Duration.ofHours(3).toMillis() << 16;
        return new UUID(now.getMostSignificantBits() - hours, now.getLeastSignificantBits());
    }

    private String several(OfferPublished offer, ReturnFact.ConsentRecorded by) {
        return """
                {"offerId": "%s", "need": {"dimension": "economic", "category": "employment", "urgency": "normal"},
                 "people": [{"caseId": "%s", "consentId": "%s"}]}""".formatted(offer.offerId(), caseId, by.consentId());
    }

    private CompletableFuture<HttpResponse<String>> refer(OfferPublished offer, String prefer) {
        return refer(offer, consent, prefer);
    }

    private CompletableFuture<HttpResponse<String>> refer(
            OfferPublished offer, ReturnFact.ConsentRecorded by, String prefer) {
        String body = """
                {"caseId": "%s", "offerId": "%s", "consentId": "%s",
                 "need": {"dimension": "economic", "category": "employment", "urgency": "normal"}}""".formatted(caseId, offer.offerId(), by.consentId());
        return post("/v1/referrals", body, prefer);
    }

    private static CompletableFuture<HttpResponse<String>> post(String path, String body, String prefer) {
        return send(request(path, RegionFacts.RECEPTION.value(), prefer)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static CompletableFuture<HttpResponse<String>> get(String path, String institution) {
        return send(request(path, institution, "wait=25"));
    }

    private static HttpRequest.Builder request(String path, String institution, String prefer) {
        return HttpRequest.newBuilder(
                        URI.create(TestHTTPResourceManager.getUri()).resolve(path))
                .header("Authorization", "Bearer " + Tokens.of("gtm", institution, "case-manager", "intake"))
                .header("Prefer", prefer);
    }

    private static CompletableFuture<HttpResponse<String>> send(HttpRequest.Builder request) {
        return HTTP.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
