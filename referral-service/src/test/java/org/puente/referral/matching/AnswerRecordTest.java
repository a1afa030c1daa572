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

    /** Referred to the recipient, to be answered within a few seconds. */
    private String referred() {
        String referral = issued(arrived(), published(RegionFacts.offer(offerId("hnd"), null, Duration.ofSeconds(6))));
        Rows.change(
                "update referral set to_institution = '%s' where referral_id = '%s'".formatted(recipient, referral));
        return referral;
    }

    private AnswerRate rate() throws Throwable {
        return VertxContextSupport.subscribeAndAwait(() -> work.read(new AnswerRecord(node, Clock.systemUTC())::rates))
                .get(recipient);
    }

    private static void cancel(String referral) {
        say(RegionFacts.RECEPTION.value(), referral, "cancelled", "reason", "no-answer")
                .statusCode(200);
    }

    private static void awaitOver(String referral) {
        String over = "select answer_by < now() from referral where referral_id = '%s'";
        await().atMost(SOON).until(() -> "t".equals(Rows.read(over.formatted(referral))));
    }

    @Test
    void whatWasTakenBackInTimeIsNotHeldAgainstTheRecipient() throws Throwable {
        String referral = referred();
        cancel(referral);
        awaitOver(referral);
        assertThat(rate()).isNull();
    }

    @Test
    void whatWasCancelledForWantOfAnAnswerIsHeldAgainstTheRecipient() throws Throwable {
        String referral = referred();
        await().atMost(SOON).until(() -> "expired".equals(status(referral)));
        cancel(referral);
        assertThat(rate()).isEqualTo(new AnswerRate(1, 0));
    }

    /** Else a node could issue any number, to be answered at once, to put another's last. */
    @Test
    void whatAnotherNodeAskedForIsNotHeldAgainstTheRecipient() throws Throwable {
        OfferPublished offer = published(RegionFacts.offer(offerId("gtm"), null, LONG));
        String referral = heardFromHonduras(offer, Instant.now().plusSeconds(3))
                .referralId()
                .toString();
        Rows.change(
                "update referral set to_institution = '%s' where referral_id = '%s'".formatted(recipient, referral));
        awaitOver(referral);
        assertThat(rate()).isNull();
    }
}
