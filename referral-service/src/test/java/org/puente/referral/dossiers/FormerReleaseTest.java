package org.puente.referral.dossiers;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.puente.contracts.ReferralFact;
import org.puente.platform.sealing.NodeKeys;
import org.puente.platform.sealing.Seal;
import org.puente.platform.testing.Tokens;
import org.puente.referral.ReferralServiceTestBase;
import org.puente.referral.RegionFacts;
import org.puente.referral.Rows;

/** While both releases run, instances of the former one write as they always did. */
@QuarkusTest
class FormerReleaseTest extends ReferralServiceTestBase {
    @Inject
    NodeKeys keys;

    private ReferralFact.Issued referred() {
        return receivedFromHonduras(
                published(RegionFacts.offer(offerId("gtm"), null, LONG)),
                Instant.now().plus(LONG));
    }

    private void takeIn(ReferralFact.Issued referral, String name) {
        String jwe = Seal.seal(RegionFacts.person(name).toString(), Seal.newest(keys.published()));
        Rows.change(("insert into dossier (dossier_id, referral_id, case_id, from_node, kid, jwe,"
                        + " sealed_at) values ('%s', '%s', null, 'hnd', 'k', '%s', now())"
                        + " on conflict (dossier_id) do update set jwe = excluded.jwe"
                        + " where dossier.erased_at is null")
                .formatted(referral.dossierId(), referral.referralId(), jwe));
    }

    private void erase(ReferralFact.Issued referral) {
        Rows.change(("insert into dossier (dossier_id, from_node, kid, sealed_at, erased_at,"
                        + " erased_why) values ('%s', 'hnd', '', now(), now(), 'other')"
                        + " on conflict (dossier_id) do update set jwe = null"
                        + " where dossier.erased_at is null")
                .formatted(referral.dossierId()));
    }

    private static int dossier(ReferralFact.Issued referral) {
        return given().auth()
                .oauth2(Tokens.of("gtm", "gtm-work", "case-manager"))
                .get("/v1/referrals/{id}/dossier", referral.referralId().toString())
                .statusCode();
    }

    @Test
    void whatTheyTakeInIsRead() {
        ReferralFact.Issued referral = referred();
        takeIn(referral, "Wilmer");
        assertThat(dossier(referral)).isEqualTo(200);
    }

    @Test
    void whatTheyEraseIsErased() {
        ReferralFact.Issued referral = referred();
        takeIn(referral, "Wilmer");
        erase(referral);
        assertThat(dossier(referral)).isEqualTo(410);
    }

    @Test
    void whatTheyEraseBeforeItComesIsNotKept() {
        ReferralFact.Issued referral = referred();
        erase(referral);
        takeIn(referral, "Wilmer");
        assertThat(dossier(referral)).isEqualTo(410);
    }
}
