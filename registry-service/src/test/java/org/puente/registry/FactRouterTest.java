package org.puente.registry;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.puente.contracts.CapacityUnit;
import org.puente.contracts.DirectoryFact.CapacityChanged;
import org.puente.contracts.DirectoryFact.OfferPublished;
import org.puente.contracts.Envelope;
import org.puente.contracts.FactType;
import org.puente.contracts.InstitutionId;
import org.puente.contracts.NodeId;
import org.puente.contracts.OfferId;
import org.puente.contracts.Source;
import org.puente.platform.testing.Tokens;
import org.puente.platform.testing.Wire;
import org.puente.registry.directory.Kept;
import org.puente.registry.directory.Offers;
import org.puente.registry.directory.StableId;

@QuarkusTest
class FactRouterTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    @Test
    void takesInWhatAnotherNodePublishes() {
        OfferPublished offer = Offers.guatemalan("Orientación", NOON);
        Wire.publish("gtm", "registry", offer);
        isShown(offer, "Orientación");
    }

    @Test
    void keepsTheNewerStateWhenAnOlderOneComesLate() {
        OfferPublished newer = Offers.guatemalan("Nueva", NOON);
        Wire.publish("gtm", "registry", newer);
        UUID older = Wire.publish("gtm", "registry", Offers.renamed(newer, "Vieja", NOON.minusSeconds(60)));
        Awaitility.await()
                .atMost(Published.PATIENCE)
                .until(() -> Kept.has("select 1 from inbox where id = '" + older + "'"));
        isShown(newer, "Nueva");
    }

    @Test
    void forgetsWhatItsNodeRemoves() {
        OfferPublished offer = Offers.guatemalan("Breve", NOON);
        Wire.publish("gtm", "registry", offer);
        isShown(offer, "Breve");
        remove(offer);
        isNotShown(offer);
    }

    @Test
    void keepsTheRestWhenOneEntryIsRemoved() {
        OfferPublished removed = Offers.guatemalan("Breve", NOON);
        OfferPublished kept = Offers.guatemalan("Larga", NOON);
        Wire.publish("gtm", "registry", removed);
        Wire.publish("gtm", "registry", kept);
        isShown(removed, "Breve");
        isShown(kept, "Larga");
        remove(removed);
        isNotShown(removed);
        shown(kept).statusCode(200);
    }

    @Test
    void putsAsideWhatANodePublishesOfAnothersEntries() {
        OfferPublished offer = Offers.of("hnd", "hnd-" + UUID.randomUUID(), "Ajena", NOON);
        Wire.publish("gtm", "registry", offer);
        Awaitility.await()
                .atMost(Published.PATIENCE)
                .untilAsserted(() -> given().auth()
                        .oauth2(Tokens.region("operator"))
                        .queryParam("limit", 500)
                        .get("/v1/dead-letters")
                        .then()
                        .body(
                                "items.find { it.key == '%s' }.cause".formatted(offer.subject()),
                                equalTo("foreign-entry")));
        shown(offer).statusCode(404);
    }

    @Test
    void showsTheFreePlacesOfTheOwnReferralService() {
        String token = Tokens.of("mex", "mex-sep", "directory-editor");
        Wire.publish(
                "mex",
                "referral",
                new CapacityChanged(
                        new OfferId("mex-revalidacion"),
                        new InstitutionId("mex-sep"),
                        new NodeId("mex"),
                        3,
                        10,
                        CapacityUnit.PERSONS,
                        2,
                        NOON));
        Awaitility.await()
                .atMost(Published.PATIENCE)
                .untilAsserted(() -> given().auth()
                        .oauth2(token)
                        .get("/v1/offers/mex-revalidacion/capacity")
                        .then()
                        .body("available", equalTo(3))
                        .body("waitlist", equalTo(2)));
    }

    private static void remove(OfferPublished offer) {
        Envelope envelope = new Envelope(
                UUID.randomUUID(),
                new Source(offer.node(), "registry"),
                FactType.OFFER_PUBLISHED,
                offer.subject(),
                Instant.now(),
                null);
        Wire.put("gtm", "puente.gtm.directory", offer.subject(), envelope.headers(), null);
    }

    private static void isShown(OfferPublished offer, String name) {
        Awaitility.await()
                .atMost(Published.PATIENCE)
                .untilAsserted(() -> shown(offer).statusCode(200).body("name", equalTo(name)));
    }

    private static void isNotShown(OfferPublished offer) {
        Awaitility.await()
                .atMost(Published.PATIENCE)
                .untilAsserted(() -> shown(offer).statusCode(404));
    }

    /** What the public face answers about an offer now. */
    private static ValidatableResponse shown(OfferPublished offer) {
        return given().get("/hsds/services/" + StableId.of(offer.node(), offer.subject()))
                .then();
    }
}
