package org.puente.registry.directory;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.puente.contracts.CapacityUnit;
import org.puente.contracts.DirectoryFact;
import org.puente.contracts.DirectoryFact.CapacityChanged;
import org.puente.contracts.DirectoryFact.InstitutionPublished;
import org.puente.contracts.DirectoryFact.NodePublished;
import org.puente.contracts.DirectoryFact.OfferPublished;
import org.puente.contracts.DirectoryStatus;
import org.puente.contracts.FactType;
import org.puente.contracts.InstitutionId;
import org.puente.contracts.InstitutionKind;
import org.puente.contracts.Jwks;
import org.puente.contracts.NodeId;
import org.puente.contracts.OfferId;
import org.puente.platform.testing.HostileNode;
import org.puente.platform.testing.Newcomer;
import org.puente.platform.testing.OfferBuilder;
import org.puente.platform.testing.Tokens;
import org.puente.platform.testing.Wire;
import org.puente.registry.Published;

/**
 * Guatemala publishes what is not its own, by name or by the beginning of a name; and so would an
 * institution of this node.
 */
@QuarkusTest
class HostileNodeTest extends HostileNode {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final NodeId OWNER = new NodeId("gtm-pdh");

    @Override
    protected Set<FactType> tried() {
        return Set.of(
                FactType.NODE_PUBLISHED,
                FactType.INSTITUTION_PUBLISHED,
                FactType.OFFER_PUBLISHED,
                FactType.CAPACITY_CHANGED);
    }

    @BeforeEach
    void theOwnerIsLetIn() {
        Newcomer.joins(OWNER.value());
    }

    @Test
    void anOfferIsItsOwnersThoughAnotherPublishedItFirst() {
        String id = OWNER + "-" + UUID.randomUUID();
        OfferPublished squat = Offers.of("gtm", id, "Ajena", NOON.plusSeconds(60));
        OfferPublished own = Offers.of(OWNER.value(), id, "Propia", NOON);
        Wire.publish("gtm", "registry", squat);
        isKept(squat);
        joins();
        Wire.publish(OWNER.value(), "registry", own);
        isShown(own, "name", "Propia");
        isNotShown(squat);
        assertThat(listed("services", "Ajena")).isEmpty();
    }

    @Test
    void anOfferIsItsOwnersThoughAnotherPublishesItAfterwards() {
        String id = OWNER + "-" + UUID.randomUUID();
        OfferPublished squat = Offers.of("gtm", id, "Usurpada", NOON.plusSeconds(60));
        OfferPublished own = Offers.of(OWNER.value(), id, "Legitima", NOON);
        joins();
        Wire.publish(OWNER.value(), "registry", own);
        isShown(own, "name", "Legitima");
        Wire.publish("gtm", "registry", squat);
        isKept(squat);
        isNotShown(squat);
        assertThat(listed("services", "Usurpada")).isEmpty();
        isShown(own, "name", "Legitima");
    }

    @Test
    void anInstitutionIsItsOwnersThoughAnotherPublishesIt() {
        String id = OWNER + "-" + UUID.randomUUID();
        InstitutionPublished squat = institution("gtm", id, "Suplantada");
        InstitutionPublished own = institution(OWNER.value(), id, "Verdadera");
        Wire.publish("gtm", "registry", squat);
        isKept(squat);
        joins();
        Wire.publish(OWNER.value(), "registry", own);
        await().atMost(Published.PATIENCE)
                .until(() -> listed("organizations", "Verdadera").size() == 1);
        assertThat(listed("organizations", "Suplantada")).isEmpty();
    }

    @Test
    void anOfferOfAnothersInstitutionIsNotShown() {
        joins();
        OfferPublished own = Offers.of("gtm", "gtm-" + UUID.randomUUID(), "Desviada", NOON);
        OfferPublished posing =
                OfferBuilder.like(own).institution(OWNER + "-albergue").build();
        Wire.publish("gtm", "registry", posing);
        isKept(posing);
        isNotShown(posing);
    }

    @Test
    void onlyItsOwnNodePublishesWhatIsFree() {
        String id = OWNER + "-" + UUID.randomUUID();
        OfferPublished own = Offers.of(OWNER.value(), id, "Con lugares", NOON);
        joins();
        Wire.publish(OWNER.value(), "registry", own);
        CapacityChanged lie = capacity("gtm", id, 0, NOON.plusSeconds(60));
        Wire.publish("gtm", "referral", lie);
        isKept(lie);
        Wire.publish(OWNER.value(), "referral", capacity(OWNER.value(), id, 7, NOON));
        isShown(own, "capacities[0].available", 7);
    }

    @Test
    void aNodeIsPublishedByItselfAlone() {
        NodePublished forged = node(new NodeId("hnd"));
        Wire.publish("gtm", "registry", forged);
        isPutAside(forged);
    }

    @Test
    void whatDoesNotBeginWithTheNodesOwnIdIsPutAside() {
        OfferPublished offer = Offers.of("gtm", "hnd-" + UUID.randomUUID(), "Ajena", NOON);
        Wire.publish("gtm", "registry", offer);
        isPutAside(offer);
        InstitutionPublished institution = institution("gtm", "hnd-" + UUID.randomUUID(), "Ajena");
        Wire.publish("gtm", "registry", institution);
        isPutAside(institution);
        CapacityChanged capacity = capacity("gtm", "hnd-" + UUID.randomUUID(), 0, NOON);
        Wire.publish("gtm", "referral", capacity);
        isPutAside(capacity);
    }

    /** Else one node's word for its zone shuts the whole directory to the public. */
    @Test
    void aNodeInAZoneThatNobodyKnowsHidesNothing() {
        NodeId moon = new NodeId("moon");
        Newcomer.joins(moon.value());
        NodePublished node = new NodePublished(moon, "GTM", "Luna", "Moon/Base", new Jwks(List.of()), NOON);
        OfferPublished offer = Offers.of("moon", "moon-" + UUID.randomUUID(), "Lunar", NOON);
        Wire.publish("moon", "registry", node);
        isKept(node);
        Wire.publish("moon", "registry", offer);
        isShown(offer, "name", "Lunar");
        given().queryParam("full", true)
                .queryParam("search", "Lunar")
                .get("/hsds/services")
                .then()
                .statusCode(200)
                .body("contents.name", equalTo(List.of("Lunar")));
    }

    /** Mexico's own institutions, when a node with a longer id is there. */
    @Test
    void nobodyHereCreatesWhatBelongsToAnotherNode() {
        NodeId longer = new NodeId("mex-norte");
        Newcomer.joins(longer.value());
        NodePublished node = node(longer);
        Wire.publish(longer.value(), "registry", node);
        isKept(node);
        given().auth()
                .oauth2(Tokens.of("mex", "mex-norte-x", "directory-editor"))
                .contentType(ContentType.JSON)
                .body(Map.of("name", "Ajena", "kind", "government"))
                .put("/v1/institutions/mex-norte-x")
                .then()
                .statusCode(404)
                .body("type", equalTo("urn:puente:problem:foreign-id"));
    }

    private static void joins() {
        Wire.publish(OWNER.value(), "registry", node(OWNER));
        isKept(node(OWNER));
    }

    private static NodePublished node(NodeId id) {
        return new NodePublished(id, "GTM", "Nodo " + id, "America/Guatemala", new Jwks(List.of()), NOON);
    }

    private static InstitutionPublished institution(String node, String id, String name) {
        return new InstitutionPublished(
                new InstitutionId(id),
                new NodeId(node),
                name,
                InstitutionKind.GOVERNMENT,
                List.of(),
                List.of(),
                DirectoryStatus.ACTIVE,
                null,
                NOON);
    }

    private static CapacityChanged capacity(String node, String id, int free, Instant at) {
        return new CapacityChanged(
                new OfferId(id),
                new InstitutionId(node + "-mintrab"),
                new NodeId(node),
                free,
                30,
                CapacityUnit.PERSONS,
                0,
                at);
    }

    private static void isKept(DirectoryFact fact) {
        String key = StableId.of(Provenance.of(fact).node(), fact.subject()).toString();
        await().atMost(Published.PATIENCE).until(() -> Kept.has("select 1 from entry where key = '" + key + "'"));
    }

    private static void isShown(OfferPublished offer, String field, Object value) {
        await().atMost(Published.PATIENCE)
                .untilAsserted(
                        () -> given().get(path(offer)).then().statusCode(200).body(field, equalTo(value)));
    }

    private static void isNotShown(OfferPublished offer) {
        given().get(path(offer)).then().statusCode(404);
    }

    private static String path(OfferPublished offer) {
        return "/hsds/services/" + StableId.of(offer.node(), offer.subject());
    }

    private static List<String> listed(String what, String word) {
        return given().queryParam("search", word)
                .get("/hsds/" + what)
                .jsonPath()
                .getList("contents.name", String.class);
    }

    private static void isPutAside(DirectoryFact fact) {
        await().atMost(Published.PATIENCE)
                .untilAsserted(() -> given().auth()
                        .oauth2(Tokens.region("operator"))
                        .queryParam("limit", 500)
                        .get("/v1/dead-letters")
                        .then()
                        .body(
                                "items.findAll { it.key == '%s' }.cause".formatted(fact.subject()),
                                hasItem("foreign-entry")));
    }
}
