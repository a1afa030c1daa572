package org.puente.referral.hostile;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.puente.contracts.FactType.CAPACITY_CHANGED;
import static org.puente.contracts.FactType.INSTITUTION_PUBLISHED;
import static org.puente.contracts.FactType.NODE_PUBLISHED;
import static org.puente.contracts.FactType.OFFER_PUBLISHED;
import static org.puente.referral.hostile.Stage.publishes;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jose4j.jwk.JsonWebKeySet;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.puente.contracts.CapacityUnit;
import org.puente.contracts.DirectoryFact.CapacityChanged;
import org.puente.contracts.DirectoryFact.InstitutionPublished;
import org.puente.contracts.DirectoryFact.NodePublished;
import org.puente.contracts.DirectoryFact.OfferPublished;
import org.puente.contracts.DirectoryStatus;
import org.puente.contracts.Envelope;
import org.puente.contracts.FactType;
import org.puente.contracts.InstitutionId;
import org.puente.contracts.InstitutionKind;
import org.puente.contracts.NodeId;
import org.puente.contracts.Places;
import org.puente.contracts.Source;
import org.puente.platform.testing.Newcomer;
import org.puente.platform.testing.Tokens;
import org.puente.platform.testing.Wire;
import org.puente.referral.ReferralServiceTestBase;
import org.puente.referral.RegionFacts;

/** Mexico publishes what is of {@code mex-inm}, a node that joins, first and last. */
@QuarkusTest
class HostileDirectoryTest extends ReferralServiceTestBase {
    static final Set<FactType> TRIED = Set.of(NODE_PUBLISHED, INSTITUTION_PUBLISHED, OFFER_PUBLISHED, CAPACITY_CHANGED);

    private static final String LIAR = "mex";
    private static final String OWNER = "mex-inm";
    private static final Instant LATER = Instant.now().plusSeconds(3600);

    @TestFactory
    Stream<DynamicTest> nothingOfAnothersChangesAndTheTruthHasItsEffect() {
        Newcomer.joins(OWNER);
        List<Attempt> all = List.of(
                squattedBefore(),
                squattedAfterwards(),
                ofAnothersInstitution(),
                removed(),
                places(),
                institution(),
                keys());
        Stage.play(all);
        return all.stream().map(one -> DynamicTest.dynamicTest(one.toString(), one::judge));
    }

    private Attempt squattedBefore() {
        Arrived person = arrived();
        OfferPublished own = own();
        return Attempt.with(OFFER_PUBLISHED, "under another's id, first")
                .lie(() -> publishes(LIAR, squat(own)))
                .truth(() -> publish(own))
                .effect(() -> goesToItsOwner(person, own));
    }

    private Attempt squattedAfterwards() {
        Arrived person = arrived();
        OfferPublished own = own();
        return Attempt.with(OFFER_PUBLISHED, "under another's id, last and newer")
                .before(() -> publish(own))
                .lie(() -> publishes(LIAR, squat(own)))
                .effect(() -> goesToItsOwner(person, own));
    }

    private Attempt ofAnothersInstitution() {
        Arrived person = arrived();
        OfferPublished posing =
                Posing.offer(LIAR, OWNER + "-work", RegionFacts.offer(offerId("mex"), null, LONG), LATER);
        return Attempt.with(OFFER_PUBLISHED, "of another's institution")
                .before(() -> publish(own()))
                .lie(() -> publishes(LIAR, posing))
                .effect(() -> issue(person, posing).statusCode(422));
    }

    private Attempt removed() {
        Arrived person = arrived();
        OfferPublished own = own();
        return Attempt.with(OFFER_PUBLISHED, "another's removed")
                .before(() -> publish(own))
                .lie(() -> Wire.put(
                        LIAR,
                        "puente.mex.directory",
                        own.subject(),
                        new Envelope(
                                        UUID.randomUUID(),
                                        new Source(new NodeId(LIAR), "registry"),
                                        OFFER_PUBLISHED,
                                        own.subject(),
                                        Instant.now(),
                                        null)
                                .headers(),
                        null))
                .effect(() -> goesToItsOwner(person, own));
    }

    private Attempt places() {
        Arrived person = arrived();
        OfferPublished own = own();
        return Attempt.with(CAPACITY_CHANGED, "of another's offer, first and newer")
                .lie(() -> {
                    publishes(LIAR, squat(own));
                    publishes(LIAR, capacity(LIAR, own, 0, LATER));
                })
                .truth(() -> {
                    publish(own);
                    publishes(OWNER, capacity(OWNER, own, 7, Instant.now()));
                })
                .effect(() ->
                        assertThat(free(person, own)).singleElement().asString().matches(".*\\b7\\b.*"));
    }

    private Attempt institution() {
        Arrived person = arrived();
        OfferPublished own = own();
        InstitutionPublished squat = new InstitutionPublished(
                own.institution(),
                new NodeId(LIAR),
                "Ajena",
                InstitutionKind.GOVERNMENT,
                List.of(),
                List.of(),
                DirectoryStatus.WITHDRAWN,
                null,
                LATER);
        return Attempt.with(INSTITUTION_PUBLISHED, "another's")
                .before(() -> publish(own))
                .lie(() -> publishes(LIAR, squat))
                .effect(() -> goesToItsOwner(person, own));
    }

    /** Whoever could change a node's key could read all that is sealed to it. */
    private Attempt keys() {
        Arrived person = arrived();
        OfferPublished own = own();
        return Attempt.with(NODE_PUBLISHED, "another's keys")
                .before(() -> publish(own))
                .lie(() -> publishes(LIAR, node(new JsonWebKeySet(RegionFacts.key("stolen")))))
                .effect(() -> {
                    String referral = goesToItsOwner(person, own);
                    assertThat(SealedDossiers.kidOf(OWNER, referral)).isEqualTo("hnd-test");
                });
    }

    private OfferPublished own() {
        OfferPublished any = RegionFacts.offer("mex-inm-" + UUID.randomUUID(), null, LONG);
        return Posing.limited(
                Posing.offer(OWNER, OWNER + "-work", any, Instant.now()), new Places(10, CapacityUnit.PERSONS));
    }

    private static OfferPublished squat(OfferPublished own) {
        return Posing.offer(LIAR, "mex-stps", own, LATER);
    }

    private static void publish(OfferPublished own) {
        publishes(OWNER, node(new JsonWebKeySet(HND_KEY)));
        publishes(OWNER, own);
    }

    private static NodePublished node(JsonWebKeySet keys) {
        NodePublished mex = RegionFacts.node(LIAR, keys);
        return new NodePublished(new NodeId(OWNER), mex.country(), mex.name(), mex.timezone(), mex.jwks(), mex.since());
    }

    private static CapacityChanged capacity(String node, OfferPublished offer, int free, Instant at) {
        return new CapacityChanged(
                offer.offerId(),
                new InstitutionId(node + "-work"),
                new NodeId(node),
                free,
                10,
                CapacityUnit.PERSONS,
                0,
                at);
    }

    private String goesToItsOwner(Arrived person, OfferPublished own) {
        String referral = issued(person, own);
        read(RegionFacts.RECEPTION.value(), referral)
                .body("to.node", equalTo(OWNER))
                .body("to.institution", equalTo(OWNER + "-work"));
        return referral;
    }

    /** What the matches of a person show of the places of an offer. */
    private static List<String> free(Arrived person, OfferPublished offer) {
        return given().auth()
                .oauth2(Tokens.of("gtm", RegionFacts.RECEPTION.value(), "case-manager"))
                .get("/v1/cases/{id}/matches", person.caseId().toString())
                .jsonPath()
                .getList(
                        "offers.findAll { it.offerId == '%s' }.reasons.flatten().findAll { it.code == 'free' }.text"
                                .formatted(offer.offerId()),
                        String.class);
    }
}
