package org.puente.referral.hostile;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.puente.contracts.FactType.REFERRAL_ISSUED;
import static org.puente.referral.hostile.Stage.sends;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.puente.contracts.CaseId;
import org.puente.contracts.DirectoryFact.OfferPublished;
import org.puente.contracts.Fact;
import org.puente.contracts.FactType;
import org.puente.contracts.InstitutionId;
import org.puente.contracts.NodeId;
import org.puente.contracts.OfferId;
import org.puente.contracts.Party;
import org.puente.contracts.ReferralFact;
import org.puente.contracts.ReferralId;
import org.puente.platform.testing.Tokens;
import org.puente.referral.ReferralServiceTestBase;
import org.puente.referral.RegionFacts;

/**
 * Referrals that a hostile node issues: under another's id, first and last, and of what isn't its.
 */
@QuarkusTest
class HostileIssuesTest extends ReferralServiceTestBase {
    private static final Party OURS = party("gtm", "gtm-work");
    private static final Party TRUE = party("hnd", "hnd-inm");
    private static final Party LIAR = party("mex", "mex-stps");

    /** A page begins with the oldest, and other tests leave hundreds. */
    private final Instant begun = Instant.now();

    private OfferPublished offer;

    @TestFactory
    Stream<DynamicTest> nothingOfAnothersChangesAndTheTruthHasItsEffect() {
        offer = published(RegionFacts.offer(offerId("gtm"), null, LONG));
        List<Attempt> all = List.of(
                squattedBefore("another institution of ours", party("gtm", "gtm-igm"), 1),
                squattedBefore("the same institution", OURS, 1),
                squattedBefore("the same institution, twice", OURS, 2),
                squattedAfterwards(),
                turnedRound(),
                refused("in another node's name", new Change().from(TRUE)),
                refused("in the name of another node's institution", new Change().from(party("mex", "hnd-inm"))),
                refused("published by another institution than the issuer", new Change().by("hnd-inm")),
                refused("to another node", new Change().to(party("slv", "slv-rree"))),
                refused("to what is no institution of ours", new Change().to(party("gtm", "mex-stps"))),
                refused("to an offer of another node", new Change().offer("hnd-" + UUID.randomUUID())),
                refused("to an offer of another institution of ours", new Change().to(party("gtm", "gtm-igm"))),
                ofOurCase());
        Stage.play(all);
        return all.stream().map(one -> DynamicTest.dynamicTest(one.toString(), one::judge));
    }

    private Attempt squattedBefore(String where, Party to, int times) {
        ReferralFact.Issued truth = issued(new Change().from(TRUE));
        UUID fact = UUID.randomUUID();
        return Attempt.with(REFERRAL_ISSUED, "under another's id, first, to " + where)
                .lie(() -> {
                    for (int i = 0; i < times; i++) {
                        sends(fact, "mex", squat(truth, to));
                    }
                })
                .truth(() -> {
                    sends("hnd", truth);
                    sends("hnd", cancelled(truth));
                })
                .effect(() -> assertThat(incomingOf(truth)).containsExactly("hnd hnd-inm cancelled"));
    }

    private Attempt squattedAfterwards() {
        ReferralFact.Issued truth = issued(new Change().from(TRUE));
        return Attempt.with(REFERRAL_ISSUED, "under another's id, last")
                .before(() -> sends("hnd", truth))
                .lie(() -> sends("mex", squat(truth, OURS)))
                .unchanged(() -> read("gtm-work", truth.referralId().toString())
                        .body("from.node", equalTo("hnd"))
                        .body("status", equalTo("acknowledged")))
                .truth(() -> sends("hnd", cancelled(truth)))
                .effect(() -> read("gtm-work", truth.referralId().toString())
                        .body("from.node", equalTo("hnd"))
                        .body("status", equalTo("cancelled")));
    }

    /** The recipient of what we refer knows its id. */
    private Attempt turnedRound() {
        Arrived person = arrived();
        OfferPublished theirs = published(RegionFacts.offer(offerId("hnd"), null, LONG));
        String[] ours = new String[1];
        return Attempt.with(REFERRAL_ISSUED, "under the id of what we referred to it")
                .before(() -> ours[0] = issued(person, theirs))
                .lie(() -> sends("hnd", issued(new Change().from(TRUE).id(ours[0]))))
                .unchanged(() -> read(RegionFacts.RECEPTION.value(), ours[0])
                        .body("to.node", equalTo("hnd"))
                        .body("status", equalTo("issued")))
                .truth(() -> sends(
                        "hnd",
                        new Facts(new ReferralId(UUID.fromString(ours[0])), person.caseId())
                                .by("hnd-work", FactType.REFERRAL_ACCEPTED)))
                .effect(() -> read(RegionFacts.RECEPTION.value(), ours[0])
                        .body("to.node", equalTo("hnd"))
                        .body("status", equalTo("accepted")));
    }

    private Attempt refused(String how, Change change) {
        ReferralFact.Issued lie = issued(change);
        ReferralFact.Issued truth = issued(new Change().from(TRUE).id(lie.subject()));
        return Attempt.with(REFERRAL_ISSUED, how)
                .lie(() -> sends("mex", lie))
                .unchanged(() -> assertThat(statusesOf(lie.subject())).containsOnly(404))
                .truth(() -> sends("hnd", truth))
                .effect(() -> read("gtm-work", truth.subject())
                        .body("from.node", equalTo("hnd"))
                        .body("status", equalTo("acknowledged")));
    }

    /** Who is referred a case may see it, and refer it on: its own node alone can do that. */
    private Attempt ofOurCase() {
        Arrived person = arrived();
        return Attempt.with(REFERRAL_ISSUED, "of a case of ours")
                .lie(() -> sends("mex", issued(new Change().ofCase(person.caseId()))))
                .unchanged(() -> assertThat(matchesStatus(person.caseId())).isEqualTo(404))
                .effect(() -> assertThat(matchesStatus(person.caseId())).isEqualTo(404));
    }

    private static int matchesStatus(CaseId id) {
        return given().auth()
                .oauth2(Tokens.of("gtm", "gtm-work", "case-manager"))
                .get("/v1/cases/{id}/matches", id.toString())
                .statusCode();
    }

    private static List<Integer> statusesOf(String referral) {
        return Stream.of("gtm-work", "gtm-igm", "mex-stps")
                .map(institution -> read(institution, referral).extract().statusCode())
                .toList();
    }

    /** What stands in the recipient's box of a case, by issuer and status. */
    private List<String> incomingOf(ReferralFact.Issued issued) {
        var items = given().auth()
                .oauth2(Tokens.of("gtm", "gtm-work", "case-manager"))
                .queryParam("box", "incoming")
                .queryParam("modifiedAfter", begun.toString())
                .queryParam("limit", 500)
                .get("/v1/referrals")
                .then()
                .extract()
                .jsonPath();
        return items.getList(
                "items.findAll { it.caseId == '%s' }.collect { it.from.node + ' ' +".formatted(issued.caseId())
                        + " it.from.institution + ' ' + it.status }",
                String.class);
    }

    private ReferralFact.Issued squat(ReferralFact.Issued truth, Party to) {
        return issued(new Change().id(truth.subject()).to(to).offer("gtm-" + UUID.randomUUID()));
    }

    private static Fact cancelled(ReferralFact.Issued issued) {
        return new Facts(issued.referralId(), issued.caseId()).by("hnd-inm", FactType.REFERRAL_CANCELLED);
    }

    private static Party party(String node, String institution) {
        return new Party(new NodeId(node), new InstitutionId(institution));
    }

    /** What is published in place of what is right. */
    private static final class Change {
        private Party from = LIAR;
        private Party to = OURS;
        private String by;
        private String offer;
        private ReferralId id = new ReferralId(UUID.randomUUID());
        private CaseId caseId = new CaseId(UUID.randomUUID());

        Change from(Party party) {
            from = party;
            return this;
        }

        Change to(Party party) {
            to = party;
            return this;
        }

        Change by(String institution) {
            by = institution;
            return this;
        }

        Change offer(String value) {
            offer = value;
            return this;
        }

        Change id(String value) {
            id = new ReferralId(UUID.fromString(value));
            return this;
        }

        Change ofCase(CaseId value) {
            caseId = value;
            return this;
        }
    }

    private ReferralFact.Issued issued(Change change) {
        ReferralFact.Issued right = fromHonduras(offer, Instant.now().plusSeconds(36000));
        return new ReferralFact.Issued(
                change.id,
                change.caseId,
                change.by == null ? change.from.institution() : new InstitutionId(change.by),
                right.occurredAt(),
                null,
                change.offer == null ? offer.offerId() : new OfferId(change.offer),
                change.from,
                change.to,
                right.need(),
                right.priority(),
                right.answerBy(),
                right.consentId(),
                right.dossierId());
    }
}
