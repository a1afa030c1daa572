package org.puente.referral.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.puente.referral.hostile.Stage.sends;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.puente.contracts.CaseId;
import org.puente.contracts.DirectoryFact.OfferPublished;
import org.puente.contracts.FactType;
import org.puente.contracts.ReferralFact;
import org.puente.contracts.ReferralId;
import org.puente.referral.ReferralServiceTestBase;
import org.puente.referral.RegionFacts;
import org.puente.referral.Rows;

/** Facts of referrals that nobody has issued. */
@QuarkusTest
class EarlyFactsTest extends ReferralServiceTestBase {
    private static final String WAITING = "select count(*) from early_fact where source_node = ";
    private static final int MAX = 100_000;

    @Test
    void noNodeFillsTheTable() {
        Rows.change("delete from early_fact where source_node = 'slv'");
        try {
            noMoreIsKept();
        } finally {
            Rows.change("delete from early_fact where source_node = 'slv'");
        }
    }

    private void noMoreIsKept() {
        Rows.change("insert into early_fact (id, referral_id, source_node, to_node, type, fact, at)"
                + " select gen_random_uuid(), gen_random_uuid(), 'slv', 'gtm', 'x', '{}',"
                + " now() from generate_series(1, "
                + MAX
                + ")");
        ReferralId unknown = new ReferralId(UUID.randomUUID());
        sends("slv", new Facts(unknown, new CaseId(UUID.randomUUID())).by("slv-rree", FactType.REFERRAL_CANCELLED));
        Stage.settle();
        assertThat(Rows.read(WAITING + "'slv'")).isEqualTo(String.valueOf(MAX));
        assertThat(Rows.read("select cause from dead_letter where record_key = '" + unknown + "'"))
                .isEqualTo("too-many-early");
        OfferPublished offer = published(RegionFacts.offer(offerId("gtm"), null, LONG));
        ReferralFact.Issued issued = fromHonduras(offer, Instant.now().plusSeconds(36000));
        sends("hnd", issued);
        Stage.settle();
        read("gtm-work", issued.referralId().toString()).body("status", equalTo("acknowledged"));
    }
}
