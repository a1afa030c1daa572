package org.puente.referral.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.puente.referral.hostile.Stage.sends;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.puente.contracts.CaseId;
import org.puente.contracts.DirectoryFact.OfferPublished;
import org.puente.contracts.Fact;
import org.puente.contracts.FactType;
import org.puente.contracts.ReferralFact;
import org.puente.contracts.ReferralId;
import org.puente.contracts.Side;
import org.puente.referral.ReferralServiceTestBase;
import org.puente.referral.RegionFacts;

/**
 * Every fact of a referral, published by a third node, by the wrong side, in the name
 * of another's institution, of another case, before the referral comes and after, once and twice.
 */
@QuarkusTest
class HostileStepsTest extends ReferralServiceTestBase {
    private static final String THIRD = "mex";
    private static final String THIRDS = "mex-stps";
    private static final String ISSUERS = "hnd-inm";
    private static final String RECIPIENTS = "hnd-work";

    private OfferPublished ours;
    private OfferPublished theirs;

    @TestFactory
    Stream<DynamicTest> nothingOfAnothersChangesAndTheTruthHasItsEffect() {
        ours = published(RegionFacts.offer(offerId("gtm"), null, LONG));
        theirs = published(RegionFacts.offer(offerId("hnd"), null, LONG));
        List<Attempt> all = new ArrayList<>();
        for (FactType type : Facts.types()) {
            all.add(byAThirdNodeAfterwards(type));
            all.add(byAThirdNodeFirst(type));
            all.add(byAThirdNodeUnderAnothersFactId(type));
            all.add(byAThirdNodeOfWhatWeReferred(type));
        }
        for (FactType type : Facts.notOf(Side.ISSUER)) {
            all.add(byTheIssuerAfterwards(type));
            all.add(byTheIssuerFirst(type));
        }
        Facts.notOf(Side.RECIPIENT).forEach(type -> all.add(byTheRecipient(type)));
        for (FactType type : Facts.types(Side.RECIPIENT)) {
            all.add(inTheNameOfOurInstitution(type));
            all.add(ofAnotherCase(type));
        }
        Facts.types(Side.ISSUER).forEach(type -> all.add(inTheNameOfTheRecipient(type)));
        Stage.play(all);
        return all.stream().map(one -> DynamicTest.dynamicTest(one.toString(), one::judge));
    }

    private Attempt byAThirdNodeAfterwards(FactType type) {
        ReferralFact.Issued issued = incoming();
        return onIncoming(Attempt.with(type, "a third node, of a referral to us"), issued)
                .lie(() -> sends(THIRD, of(issued).by(THIRDS, type)));
    }

    private Attempt byAThirdNodeFirst(FactType type) {
        ReferralFact.Issued issued = incoming();
        UUID id = UUID.randomUUID();
        return Attempt.with(type, "a third node, before the referral comes, twice")
                .lie(() -> {
                    sends(id, THIRD, of(issued).by(THIRDS, type));
                    sends(id, THIRD, of(issued).by(THIRDS, type));
                })
                .truth(() -> sends("hnd", issued))
                .effect(() -> stands(issued, "acknowledged", 2));
    }

    private Attempt byAThirdNodeUnderAnothersFactId(FactType type) {
        ReferralFact.Issued issued = incoming();
        UUID id = UUID.randomUUID();
        ReferralId another = new ReferralId(UUID.randomUUID());
        return Attempt.with(type, "a third node, under the id of another's fact to come")
                .before(() -> sends("hnd", issued))
                .lie(() -> sends(id, THIRD, new Facts(another, issued.caseId()).by(THIRDS, type)))
                .unchanged(() -> stands(issued, "acknowledged", 2))
                .truth(() -> sends(id, "hnd", cancelled(issued)))
                .effect(() -> stands(issued, "cancelled", 3));
    }

    private Attempt byAThirdNodeOfWhatWeReferred(FactType type) {
        Outgoing outgoing = new Outgoing();
        return onOutgoing(Attempt.with(type, "a third node, of a referral of ours"), outgoing)
                .lie(() -> sends(THIRD, outgoing.facts().by(THIRDS, type)));
    }

    private Attempt byTheIssuerAfterwards(FactType type) {
        ReferralFact.Issued issued = incoming();
        return onIncoming(Attempt.with(type, "the issuer, though the recipient's to take"), issued)
                .lie(() -> sends("hnd", of(issued).by(ISSUERS, type)));
    }

    private Attempt byTheIssuerFirst(FactType type) {
        ReferralFact.Issued issued = incoming();
        return Attempt.with(type, "the issuer, though the recipient's to take, before it issues")
                .lie(() -> sends("hnd", of(issued).by(ISSUERS, type)))
                .truth(() -> sends("hnd", issued))
                .effect(() -> stands(issued, "acknowledged", 2));
    }

    private Attempt byTheRecipient(FactType type) {
        Outgoing outgoing = new Outgoing();
        return onOutgoing(Attempt.with(type, "the recipient, though ours to take"), outgoing)
                .lie(() -> sends("hnd", outgoing.facts().by(RECIPIENTS, type)));
    }

    private Attempt inTheNameOfOurInstitution(FactType type) {
        Outgoing outgoing = new Outgoing();
        return onOutgoing(Attempt.with(type, "in the name of an institution of ours"), outgoing)
                .lie(() -> sends("hnd", outgoing.facts().by("gtm-igm", type)));
    }

    private Attempt ofAnotherCase(FactType type) {
        Outgoing outgoing = new Outgoing();
        return onOutgoing(Attempt.with(type, "of another case of ours"), outgoing)
                .lie(() -> sends(
                        "hnd",
                        new Facts(outgoing.facts().referral(), new CaseId(UUID.randomUUID())).by(RECIPIENTS, type)));
    }

    private Attempt inTheNameOfTheRecipient(FactType type) {
        ReferralFact.Issued issued = incoming();
        return onIncoming(Attempt.with(type, "in the name of the recipient"), issued)
                .lie(() -> sends("hnd", of(issued).by("gtm-work", type)));
    }

    private static Attempt onIncoming(Attempt attempt, ReferralFact.Issued issued) {
        return attempt.before(() -> sends("hnd", issued))
                .unchanged(() -> stands(issued, "acknowledged", 2))
                .truth(() -> sends("hnd", cancelled(issued)))
                .effect(() -> stands(issued, "cancelled", 3));
    }

    private Attempt onOutgoing(Attempt attempt, Outgoing outgoing) {
        return attempt.before(outgoing::issue)
                .unchanged(() -> outgoing.stands("issued", 1))
                .truth(() -> sends("hnd", outgoing.facts().by(RECIPIENTS, FactType.REFERRAL_ACCEPTED)))
                .effect(() -> outgoing.stands("accepted", 2));
    }

    private ReferralFact.Issued incoming() {
        return fromHonduras(ours, Instant.now().plusSeconds(36000));
    }

    private static Facts of(ReferralFact.Issued issued) {
        return new Facts(issued.referralId(), issued.caseId());
    }

    private static Fact cancelled(ReferralFact.Issued issued) {
        return of(issued).by(ISSUERS, FactType.REFERRAL_CANCELLED);
    }

    private static void stands(ReferralFact.Issued issued, String status, int facts) {
        stands("gtm-work", issued.referralId().toString(), status, facts);
    }

    private static void stands(String institution, String referral, String status, int facts) {
        read(institution, referral)
                .body("status", equalTo(status))
                .body("facts.size()", equalTo(facts))
                .body("position", equalTo(null))
                .body("remindedAt", equalTo(null));
    }

    /** A referral of this node to Honduras. */
    private final class Outgoing {
        private final Arrived person = arrived();
        private String referral;

        void issue() {
            referral = issued(person, theirs);
        }

        Facts facts() {
            assertThat(referral).isNotNull();
            return new Facts(new ReferralId(UUID.fromString(referral)), person.caseId());
        }

        void stands(String status, int facts) {
            HostileStepsTest.stands(RegionFacts.RECEPTION.value(), referral, status, facts);
        }
    }
}
