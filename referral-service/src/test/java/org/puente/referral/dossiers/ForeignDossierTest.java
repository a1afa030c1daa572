package org.puente.referral.dossiers;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.puente.contracts.DirectoryFact.OfferPublished;
import org.puente.contracts.DossierFact;
import org.puente.contracts.DossierId;
import org.puente.contracts.ErasureReason;
import org.puente.contracts.InstitutionId;
import org.puente.contracts.NodeId;
import org.puente.contracts.Party;
import org.puente.contracts.ReferralFact;
import org.puente.contracts.ReferralId;
import org.puente.contracts.WithdrawalReason;
import org.puente.platform.sealing.NodeKeys;
import org.puente.platform.sealing.Seal;
import org.puente.platform.testing.Tokens;
import org.puente.platform.testing.Wire;
import org.puente.referral.OfferStates;
import org.puente.referral.ReferralServiceTestBase;
import org.puente.referral.RegionFacts;
import org.puente.referral.Tables;

/**
 * A dossier belongs to its id, to the node that sealed it and to its referral. Whoever knows two of
 * these, or all ids that there are, neither reads, nor replaces, nor erases another's.
 */
@QuarkusTest
class ForeignDossierTest extends ReferralServiceTestBase {
    private static final String ELSEWHERE = "gtm-trade";

    @Inject
    NodeKeys keys;

    @Inject
    DataSource database;

    private static ValidatableResponse dossier(String institution, ReferralFact.Issued referral) {
        return given().auth()
                .oauth2(Tokens.of("gtm", institution, "case-manager"))
                .get("/v1/referrals/{id}/dossier", referral.referralId().toString())
                .then();
    }

    private static void isAbout(String name, String institution, ReferralFact.Issued referral) {
        await().atMost(SOON)
                .untilAsserted(
                        () -> dossier(institution, referral).statusCode(200).body("givenNames", equalTo(name)));
    }

    /** A referral to the institution of the offer that names a dossier. */
    private ReferralFact.Issued issued(String node, OfferPublished offer, DossierId dossier) {
        ReferralFact.Issued any = fromHonduras(offer, Instant.now().plus(LONG));
        InstitutionId issuer = new InstitutionId(node + "-inm");
        ReferralFact.Issued issued = new ReferralFact.Issued(
                any.referralId(),
                any.caseId(),
                issuer,
                any.occurredAt(),
                null,
                any.offerId(),
                new Party(new NodeId(node), issuer),
                any.to(),
                any.need(),
                any.priority(),
                any.answerBy(),
                any.consentId(),
                dossier);
        taken(Wire.publish(node, "referral", "gtm", issued));
        return issued;
    }

    private void taken(UUID fact) {
        await().atMost(SOON).until(() -> Tables.taken(database, fact));
    }

    private UUID seal(String node, DossierId dossier, ReferralId referral, String name) {
        var key = Seal.newest(keys.published());
        return Wire.publish(
                node,
                "referral",
                "gtm",
                new DossierFact.Sealed(
                        dossier,
                        referral,
                        null,
                        new InstitutionId(node + "-inm"),
                        Instant.now(),
                        new NodeId("gtm"),
                        key.getKeyId(),
                        Seal.seal(RegionFacts.person(name).toString(), key)));
    }

    private void withdraw(String node, ReferralFact.Issued referral) {
        taken(Wire.publish(
                node,
                "referral",
                "gtm",
                new ReferralFact.Withdrawn(
                        referral.referralId(),
                        referral.caseId(),
                        referral.institution(),
                        Instant.now(),
                        WithdrawalReason.CONSENT_WITHDRAWN)));
    }

    private OfferPublished work() {
        return published(RegionFacts.offer(offerId("gtm"), null, LONG));
    }

    private OfferPublished trade() {
        return published(OfferStates.by(ELSEWHERE, RegionFacts.offer(offerId("gtm"), null, LONG)));
    }

    private static DossierId any() {
        return new DossierId(UUID.randomUUID());
    }

    @Test
    void oneThatAnotherNodeSealsFirstUnderTheSameIdsDoesNotBlockTheTrueOne() {
        ReferralFact.Issued referral = issued("hnd", work(), any());
        taken(seal("mex", referral.dossierId(), referral.referralId(), "Forged"));
        dossier("gtm-work", referral).statusCode(409);
        seal("hnd", referral.dossierId(), referral.referralId(), "Wilmer");
        isAbout("Wilmer", "gtm-work", referral);
    }

    @Test
    void oneThatAnotherNodeSealsLaterUnderTheSameIdsReplacesNothing() {
        ReferralFact.Issued referral = issued("hnd", work(), any());
        taken(seal("hnd", referral.dossierId(), referral.referralId(), "Wilmer"));
        taken(seal("mex", referral.dossierId(), referral.referralId(), "Forged"));
        isAbout("Wilmer", "gtm-work", referral);
    }

    @Test
    void aReferralThatNamesTheDossierOfAnothersDoesNotReadIt() {
        ReferralFact.Issued referral = issued("hnd", work(), any());
        taken(seal("hnd", referral.dossierId(), referral.referralId(), "Wilmer"));
        ReferralFact.Issued thief = issued("mex", trade(), referral.dossierId());
        dossier(ELSEWHERE, thief).statusCode(409);
    }

    @Test
    void aReferralOfTheSameNodeThatNamesTheDossierOfAnotherDoesNotReadIt() {
        ReferralFact.Issued referral = issued("hnd", work(), any());
        taken(seal("hnd", referral.dossierId(), referral.referralId(), "Wilmer"));
        ReferralFact.Issued other = issued("hnd", trade(), referral.dossierId());
        dossier(ELSEWHERE, other).statusCode(409);
    }

    @Test
    void theEndOfAReferralThatNamesTheDossierOfAnothersErasesNothing() {
        ReferralFact.Issued referral = issued("hnd", work(), any());
        taken(seal("hnd", referral.dossierId(), referral.referralId(), "Wilmer"));
        withdraw("mex", issued("mex", trade(), referral.dossierId()));
        withdraw("hnd", issued("hnd", trade(), referral.dossierId()));
        isAbout("Wilmer", "gtm-work", referral);
    }

    @Test
    void theEndOfAReferralThatNamesADossierStillToComeDoesNotKeepItOut() {
        ReferralFact.Issued referral = issued("hnd", work(), any());
        withdraw("mex", issued("mex", trade(), referral.dossierId()));
        withdraw("hnd", issued("hnd", trade(), referral.dossierId()));
        seal("hnd", referral.dossierId(), referral.referralId(), "Wilmer");
        isAbout("Wilmer", "gtm-work", referral);
    }

    @Test
    void twoReferralsOfANodeUnderOneDossierIdEachHaveTheirOwn() {
        DossierId both = any();
        ReferralFact.Issued one = issued("hnd", work(), both);
        ReferralFact.Issued other = issued("hnd", trade(), both);
        seal("hnd", both, one.referralId(), "Wilmer");
        seal("hnd", both, other.referralId(), "Rosa");
        isAbout("Rosa", ELSEWHERE, other);
        isAbout("Wilmer", "gtm-work", one);
    }

    @Test
    void oneThatWasErasedBeforeItCameIsNotKeptWhenItsOwnReferralEnded() {
        ReferralFact.Issued referral = issued("hnd", work(), any());
        withdraw("hnd", referral);
        taken(seal("hnd", referral.dossierId(), referral.referralId(), "Wilmer"));
        dossier("gtm-work", referral).statusCode(410);
    }

    @Test
    void anErasureThatAnotherNodePublishesErasesNothing() {
        ReferralFact.Issued referral = issued("hnd", work(), any());
        taken(seal("hnd", referral.dossierId(), referral.referralId(), "Wilmer"));
        for (String node : new String[] {"mex", "hnd", "slv"}) {
            taken(Wire.publish(
                    node,
                    "referral",
                    "gtm",
                    new DossierFact.Erased(
                            referral.dossierId(),
                            referral.referralId(),
                            null,
                            new InstitutionId("gtm-work"),
                            Instant.now(),
                            ErasureReason.CONSENT_WITHDRAWN)));
        }
        isAbout("Wilmer", "gtm-work", referral);
        withdraw("hnd", referral); // what this node reports of it is the first that it reports
        List<DossierFact.Erased> reported = await().atMost(SOON)
                .until(
                        () -> Wire.facts(
                                "puente.gtm.dossiers.hnd", referral.dossierId().toString(), DossierFact.Erased.class),
                        facts -> !facts.isEmpty());
        assertThat(reported).hasSize(1);
    }
}
