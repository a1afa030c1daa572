package org.puente.referral.hostile;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.puente.contracts.FactType.DOSSIER_ERASED;
import static org.puente.contracts.FactType.DOSSIER_SEALED;
import static org.puente.referral.hostile.Stage.sends;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jose4j.jwk.JsonWebKey;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.puente.contracts.DirectoryFact.OfferPublished;
import org.puente.contracts.DossierFact;
import org.puente.contracts.DossierId;
import org.puente.contracts.ErasureReason;
import org.puente.contracts.FactType;
import org.puente.contracts.InstitutionId;
import org.puente.contracts.NodeId;
import org.puente.contracts.ReferralFact;
import org.puente.platform.sealing.NodeKeys;
import org.puente.platform.sealing.Seal;
import org.puente.platform.testing.Tokens;
import org.puente.referral.ReferralServiceTestBase;
import org.puente.referral.RegionFacts;
import org.puente.referral.Rows;

/** Dossiers that a third node seals, or publishes as erased, in the place of the issuer's. */
@QuarkusTest
class HostileDossiersTest extends ReferralServiceTestBase {
    static final Set<FactType> TRIED = Set.of(DOSSIER_SEALED, DOSSIER_ERASED);

    private static final String LIAR = "mex";

    @Inject
    NodeKeys nodeKeys;

    private OfferPublished offer;

    @TestFactory
    Stream<DynamicTest> nothingOfAnothersChangesAndTheTruthHasItsEffect() {
        offer = published(RegionFacts.offer(offerId("gtm"), null, LONG));
        List<Attempt> all = List.of(sealedBefore(), sealedAfterwards(), erased(), erasedOfACase(), withdrawn());
        Stage.play(all);
        return all.stream().map(one -> DynamicTest.dynamicTest(one.toString(), one::judge));
    }

    private Attempt sealedBefore() {
        ReferralFact.Issued issued = incoming();
        return Attempt.with(DOSSIER_SEALED, "under another's id, first")
                .lie(() -> sends(LIAR, sealed(issued, "Forged", Instant.now().plusSeconds(3600))))
                .truth(() -> refer(issued))
                .effect(() -> reads(issued, "True"));
    }

    private Attempt sealedAfterwards() {
        ReferralFact.Issued issued = incoming();
        return Attempt.with(DOSSIER_SEALED, "under another's id, last and newer")
                .before(() -> refer(issued))
                .lie(() -> sends(LIAR, sealed(issued, "Forged", Instant.now().plusSeconds(3600))))
                .effect(() -> reads(issued, "True"));
    }

    private Attempt erased() {
        ReferralFact.Issued issued = incoming();
        return Attempt.with(DOSSIER_ERASED, "another's")
                .before(() -> refer(issued))
                .lie(() -> sends(
                        LIAR,
                        new DossierFact.Erased(
                                issued.dossierId(),
                                issued.referralId(),
                                null,
                                new InstitutionId("mex-stps"),
                                Instant.now(),
                                ErasureReason.CONSENT_WITHDRAWN)))
                .effect(() -> reads(issued, "True"));
    }

    /** What this node's reception sealed of a case is reception's to erase. */
    private Attempt erasedOfACase() {
        Arrived person = arrived();
        String sealed = "select dossier_id from sealed_dossier where case_id = '" + person.caseId() + "'";
        return Attempt.with(DOSSIER_ERASED, "of another's case")
                .before(() -> await().atMost(SOON).until(() -> Rows.read(sealed) != null))
                .lie(() -> sends(
                        LIAR,
                        new DossierFact.Erased(
                                new DossierId(UUID.fromString(Rows.read(sealed))),
                                null,
                                person.caseId(),
                                person.consent().institution(),
                                Instant.now(),
                                ErasureReason.CONSENT_WITHDRAWN)))
                .unchanged(() -> assertThat(Rows.read(
                                "select cause from dead_letter where record_key = '" + Rows.read(sealed) + "'"))
                        .isEqualTo("foreign-party"))
                .effect(() -> assertThat(issued(person, offer)).isNotNull());
    }

    /** A referral of its own that names another's dossier, and then a withdrawn consent. */
    private Attempt withdrawn() {
        ReferralFact.Issued issued = incoming();
        ReferralFact.Issued own = Claims.on(issued, LIAR, "mex-stps");
        return Attempt.with(DOSSIER_ERASED, "another's, by a referral that names it")
                .before(() -> refer(issued))
                .lie(() -> {
                    sends(LIAR, own);
                    sends(LIAR, new Facts(own.referralId(), own.caseId()).by("mex-stps", FactType.REFERRAL_WITHDRAWN));
                })
                .effect(() -> reads(issued, "True"));
    }

    private ReferralFact.Issued incoming() {
        return fromHonduras(offer, Instant.now().plusSeconds(36000));
    }

    private void refer(ReferralFact.Issued issued) {
        sends("hnd", issued);
        sends("hnd", sealed(issued, "True", Instant.now()));
    }

    private DossierFact.Sealed sealed(ReferralFact.Issued issued, String name, Instant at) {
        JsonWebKey key = Seal.newest(nodeKeys.published());
        return new DossierFact.Sealed(
                issued.dossierId(),
                issued.referralId(),
                issued.caseId(),
                issued.institution(),
                at,
                new NodeId("gtm"),
                key.getKeyId(),
                Seal.seal(RegionFacts.person(name).toString(), key));
    }

    private static void reads(ReferralFact.Issued issued, String name) {
        given().auth()
                .oauth2(Tokens.of("gtm", "gtm-work", "case-manager"))
                .get("/v1/referrals/{id}/dossier", issued.referralId().toString())
                .then()
                .statusCode(200)
                .body("givenNames", equalTo(name));
    }
}
