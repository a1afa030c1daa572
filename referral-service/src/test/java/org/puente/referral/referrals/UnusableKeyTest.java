package org.puente.referral.referrals;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.endsWith;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.puente.contracts.DirectoryFact.NodePublished;
import org.puente.contracts.DirectoryFact.OfferPublished;
import org.puente.contracts.Jwk;
import org.puente.contracts.Jwks;
import org.puente.contracts.NodeId;
import org.puente.platform.testing.Wire;
import org.puente.referral.ReferralServiceTestBase;
import org.puente.referral.RegionFacts;
import org.puente.referral.Rows;

/** What another node publishes as its key has the form of one; it need not be one. */
@QuarkusTest
class UnusableKeyTest extends ReferralServiceTestBase {
    private static final String NODE = "mex";

    private OfferPublished offer;

    /** No point of the curve has these coordinates. */
    @BeforeEach
    void aNodePublishesAKeyThatIsNone() {
        Jwk none = new Jwk("EC", "P-256", "AQ", "AQ", "enc", "ECDH-ES+A256KW", "mex-none");
        offer = RegionFacts.offer(offerId(NODE), null, LONG);
        Wire.publish(
                NODE,
                "registry",
                new NodePublished(
                        new NodeId(NODE),
                        "MEX",
                        "México",
                        "America/Mexico_City",
                        new Jwks(List.of(none)),
                        Instant.now()));
        Wire.publish(NODE, "registry", offer);
        // The key that it had before is usable.
        await().atMost(SOON)
                .until(() -> "t"
                        .equals(Rows.read(
                                "select position('mex-none' in jwks) > 0 from directory_node where node = 'mex'")));
        await().atMost(SOON)
                .until(() ->
                        Rows.read("select 1 from directory_offer where offer_id = '" + offer.offerId() + "'") != null);
    }

    @AfterEach
    void itMendsItsKey() {
        published(RegionFacts.offer(offerId(NODE), null, LONG));
    }

    @Test
    void nothingIsReferredToANodeWhoseKeyIsNone() {
        Arrived person = arrived();
        await().atMost(SOON)
                .untilAsserted(
                        () -> issue(person, offer).statusCode(409).body("type", endsWith(":recipient-has-no-key")));
    }

    @Test
    void aRedirectToANodeWithAnUnusableKeyIsRecordedAllTheSame() {
        Arrived person = arrived();
        String referral = issued(person, published(RegionFacts.offer(offerId("gtm"), null, LONG)));
        await().atMost(SOON).until(() -> "acknowledged".equals(status(referral)));
        addFact("gtm-work", referral, "redirected", "offerId", offer.offerId().value())
                .statusCode(200);
    }
}
