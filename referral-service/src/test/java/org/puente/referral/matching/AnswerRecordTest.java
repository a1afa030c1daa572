package org.puente.referral.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.puente.contracts.DirectoryFact.OfferPublished;
import org.puente.contracts.InstitutionId;
import org.puente.platform.Node;
import org.puente.platform.persistence.UnitOfWork;
import org.puente.referral.ReferralServiceTestBase;
import org.puente.referral.RegionFacts;
import org.puente.referral.Rows;

@QuarkusTest
class AnswerRecordTest extends ReferralServiceTestBase {
    private final InstitutionId recipient =
            new InstitutionId("hnd-" + UUID.randomUUID().toString().substring(0, 8));

    @Inject
    UnitOfWork work;

    @Inject
    Node node;

    /** Referred to the recipient. */
    private String referred(Duration answerWithin) {
        String referral = issued(arrived(), published(RegionFacts.offer(offerId("hnd"), null, answerWithin)));
        Rows.change(
                "update referral set to_institution = '%s' where referral_id = '%s'".formatted(recipient, referral));
        return referral;
    }

    /** As it is counted when every deadline of this test is over. */
    private AnswerRate rate() throws Throwable {
        Clock later = Clock.offset(Clock.systemUTC(), LONG.multipliedBy(2));
        return VertxContextSupport.subscribeAndAwait(() -> work.read(new AnswerRecord(node, later)::rates))
                .get(recipient);
    }

    private static void cancel(String referral) {
        addFact(RegionFacts.RECEPTION.value(), referral, "cancelled", "reason", "no-answer")
                .statusCode(200);
    }

    @Test
    void whatWasTakenBackInTimeIsNotHeldAgainstTheRecipient() throws Throwable {
        cancel(referred(LONG));
        assertThat(rate()).isNull();
    }

    @Test
    void whatWasCancelledForWantOfAnAnswerIsHeldAgainstTheRecipient() throws Throwable {
        String referral = referred(Duration.ofSeconds(2));
        await().atMost(SOON).until(() -> "expired".equals(status(referral)));
        cancel(referral);
        assertThat(rate()).isEqualTo(new AnswerRate(1, 0));
    }

    /** Else a node could issue any number, to be answered at once, to put another's last. */
    @Test
    void whatAnotherNodeAskedForIsNotHeldAgainstTheRecipient() throws Throwable {
        OfferPublished offer = published(RegionFacts.offer(offerId("gtm"), null, LONG));
        String referral = receivedFromHonduras(offer, Instant.now().plus(LONG))
                .referralId()
                .toString();
        Rows.change(
                "update referral set to_institution = '%s' where referral_id = '%s'".formatted(recipient, referral));
        assertThat(rate()).isNull();
    }
}
