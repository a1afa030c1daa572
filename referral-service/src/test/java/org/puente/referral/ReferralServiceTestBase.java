package org.puente.referral;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.puente.contracts.CaseId;
import org.puente.contracts.ConsentId;
import org.puente.contracts.DirectoryFact.OfferPublished;
import org.puente.contracts.DossierId;
import org.puente.contracts.InstitutionId;
import org.puente.contracts.NodeId;
import org.puente.contracts.OfferId;
import org.puente.contracts.Party;
import org.puente.contracts.Priority;
import org.puente.contracts.ReferralFact;
import org.puente.contracts.ReferralId;
import org.puente.contracts.ReturnFact;
import org.puente.local.testing.BackboneResource;
import org.puente.platform.json.Json;
import org.puente.platform.sealing.NodeKeys;
import org.puente.platform.sealing.Seal;
import org.puente.platform.testing.TestRealm;
import org.puente.platform.testing.Tokens;
import org.puente.platform.testing.Wire;

/** Guatemala's referral-service over the real broker and database; the test plays the others. */
@QuarkusTestResource(TestRealm.class)
@QuarkusTestResource(
        value = BackboneResource.class,
        initArgs = {@ResourceArg(name = "node", value = "gtm"), @ResourceArg(name = "service", value = "referral")})
public abstract class ReferralServiceTestBase {
    protected static final Duration SOON = Duration.ofSeconds(90);
    protected static final Duration LONG = Duration.ofHours(1);
    protected static final EllipticCurveJsonWebKey HND_KEY = RegionFacts.key("hnd-test");

    /** Of a test: what others issued before is on no page that it reads. */
    private final Instant begun = Instant.now();

    @Inject
    NodeKeys keys;

    /** A person received in Guatemala, with consent for the region, whose dossier has come. */
    public record Arrived(CaseId caseId, ReturnFact.ConsentRecorded consent) {}

    protected Arrived arrived() {
        return arrived(RegionFacts.person("Wilmer"), "region");
    }

    protected Arrived arrived(ObjectNode person, String... scope) {
        CaseId id = new CaseId(UUID.randomUUID());
        ReturnFact.ConsentRecorded consent = RegionFacts.consent(id, scope);
        Wire.publish("gtm", "reception", RegionFacts.registered(id));
        Wire.publish("gtm", "reception", consent);
        Wire.publish("gtm", "reception", "gtm", RegionFacts.sealed(id, "gtm", person, Seal.newest(keys.published())));
        return new Arrived(id, consent);
    }

    /** Publishes an offer, and its node's key, as the registry of its node does. */
    protected OfferPublished published(OfferPublished offer) {
        String node = offer.node().value();
        Wire.publish(
                node,
                "registry",
                RegionFacts.node(node, node.equals("gtm") ? keys.published() : new JsonWebKeySet(HND_KEY)));
        Wire.publish(node, "registry", offer);
        return offer;
    }

    protected static String offerId(String node) {
        return node + "-" + UUID.randomUUID();
    }

    protected ValidatableResponse issue(Arrived person, OfferPublished offer) {
        return issue(
                RegionFacts.RECEPTION.value(),
                person.caseId(),
                offer.offerId(),
                person.consent().consentId());
    }

    protected ValidatableResponse issue(String institution, CaseId caseId, OfferId offer, ConsentId consent) {
        return issueWith(Tokens.of("gtm", institution, "case-manager", "intake"), caseId, offer, consent);
    }

    protected static ValidatableResponse issueWith(String token, CaseId caseId, OfferId offer, ConsentId consent) {
        return given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "caseId", caseId.toString(),
                        "offerId", offer.toString(),
                        "need",
                                Map.of(
                                        "dimension", "economic",
                                        "category", "employment",
                                        "urgency", "normal"),
                        "consentId", consent.toString()))
                .post("/v1/referrals")
                .then();
    }

    /** Issues as soon as everything that it takes has come. */
    protected String issued(Arrived person, OfferPublished offer) {
        await().atMost(SOON).until(() -> issue(person, offer).extract().statusCode() != 422 && !waits(person, offer));
        List<String> open = given().auth()
                .oauth2(Tokens.of("gtm", RegionFacts.RECEPTION.value(), "case-manager"))
                .queryParam("box", "outgoing")
                .queryParam("modifiedAfter", begun.toString())
                .queryParam("limit", 500)
                .get("/v1/referrals")
                .then()
                .extract()
                .path("items.findAll { it.caseId == '%s' && it.offerId == '%s' }.referralId"
                        .formatted(person.caseId(), offer.offerId()));
        return open.getFirst();
    }

    private boolean waits(Arrived person, OfferPublished offer) {
        String type = text(issue(person, offer), "type");
        return !"urn:puente:problem:already-referred".equals(type);
    }

    /** A referral that Honduras issues to an institution of Guatemala. */
    protected ReferralFact.Issued fromHonduras(OfferPublished offer, Instant answerBy) {
        return new ReferralFact.Issued(
                new ReferralId(UUID.randomUUID()),
                new CaseId(UUID.randomUUID()),
                new InstitutionId("hnd-inm"),
                Instant.now(),
                null,
                offer.offerId(),
                new Party(new NodeId("hnd"), new InstitutionId("hnd-inm")),
                new Party(offer.node(), offer.institution()),
                RegionFacts.WORK,
                Priority.NORMAL,
                answerBy,
                new ConsentId(UUID.randomUUID()),
                new DossierId(UUID.randomUUID()));
    }

    protected ReferralFact.Issued receivedFromHonduras(OfferPublished offer, Instant answerBy) {
        ReferralFact.Issued issued = fromHonduras(offer, answerBy);
        Wire.publish("hnd", "referral", "gtm", issued);
        await().atMost(SOON)
                .until(() -> "acknowledged".equals(status(issued.referralId().toString())));
        return issued;
    }

    protected static ValidatableResponse read(String institution, String referral) {
        return given().auth()
                .oauth2(Tokens.of("gtm", institution, "case-manager"))
                .get("/v1/referrals/{id}", referral)
                .then();
    }

    /** The status as the institution gtm-work or the reception sees it; null where neither does. */
    protected static String status(String referral) {
        String seen = statusFor("gtm-work", referral);
        return seen.equals("404") ? statusFor(RegionFacts.RECEPTION.value(), referral) : seen;
    }

    private static String statusFor(String institution, String referral) {
        return text(read(institution, referral), "status");
    }

    /** A field of an answer, for questions that are asked often: a path costs a compilation. */
    private static String text(ValidatableResponse answer, String field) {
        return Json.read(answer.extract().asString(), JsonNode.class)
                .path(field)
                .asText("null");
    }

    protected static ValidatableResponse addFact(String institution, String referral, String type, String... fields) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", type);
        for (int i = 0; i < fields.length; i += 2) {
            body.put(fields[i], fields[i + 1]);
        }
        return given().auth()
                .oauth2(Tokens.of("gtm", institution, "case-manager"))
                .contentType(ContentType.JSON)
                .body(body)
                .post("/v1/referrals/{id}/facts", referral)
                .then();
    }
}
