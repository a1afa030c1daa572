package org.puente.referral.referrals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.puente.contracts.DirectoryFact.OfferPublished;
import org.puente.contracts.ReferralFact;
import org.puente.contracts.ServiceOutcome;
import org.puente.contracts.WithdrawalReason;
import org.puente.platform.testing.Wire;
import org.puente.referral.ReferralServiceTestBase;
import org.puente.referral.RegionFacts;
import org.puente.referral.Rows;

/** Facts that come together are taken in together, and come to the same as one by one. */
@QuarkusTest
class BatchesTest extends ReferralServiceTestBase {
    /** More than one poll brings. */
    private static final int MANY = 600;

    private List<ReferralFact.Issued> many(OfferPublished offer, int count) {
        Instant answerBy = Instant.now().plus(LONG);
        return Stream.generate(() -> fromHonduras(offer, answerBy)).limit(count).toList();
    }

    private static void publish(ReferralFact fact) {
        Wire.publish("hnd", "referral", "gtm", fact);
    }

    private static String ids(List<ReferralFact.Issued> all) {
        return all.stream().map(one -> "'" + one.referralId() + "'").collect(Collectors.joining(","));
    }

    private static long with(String status, List<ReferralFact.Issued> all) {
        return Long.parseLong(Rows.read("select count(*) from referral where status = '%s' and referral_id in (%s)"
                .formatted(status, ids(all))));
    }

    @Test
    void manyThatComeTogetherAreEachAcknowledgedOnce() {
        List<ReferralFact.Issued> all = many(published(RegionFacts.offer(offerId("gtm"), 1, LONG)), MANY);
        all.forEach(BatchesTest::publish);
        await().atMost(SOON).until(() -> with("acknowledged", all) == MANY);
        await().atMost(SOON).until(() -> Rows.read("select min(position) from outbox") == null);
        List<String> acknowledged = Wire.dump("puente.gtm.referrals.hnd").stream()
                .map(ConsumerRecord::key)
                .toList();
        assertThat(all)
                .allSatisfy(one -> assertThat(acknowledged)
                        .containsOnlyOnce(one.referralId().toString()));
    }

    @Test
    void aWithdrawalThatComesWithItsReferralHasItsEffect() {
        List<ReferralFact.Issued> all = many(published(RegionFacts.offer(offerId("gtm"), 1, LONG)), 40);
        for (ReferralFact.Issued one : all) {
            publish(one);
            publish(new ReferralFact.Withdrawn(
                    one.referralId(), one.caseId(), one.institution(), Instant.now(), WithdrawalReason.BY_PERSON));
        }
        await().atMost(SOON).until(() -> with("withdrawn", all) == all.size());
    }

    @Test
    void oneThatBreaksTheContractIsPutAsideAloneAndTheOthersAreTakenIn() {
        OfferPublished offer = published(RegionFacts.offer(offerId("gtm"), 1, LONG));
        List<ReferralFact.Issued> all = many(offer, 30);
        ReferralFact.Issued first = all.getFirst();
        all.subList(0, 15).forEach(BatchesTest::publish);
        UUID bad = Wire.publish(
                "hnd",
                "referral",
                "gtm",
                new ReferralFact.Delivered(
                        first.referralId(),
                        first.caseId(),
                        first.institution(),
                        Instant.now(),
                        ServiceOutcome.COMPLETED,
                        offer.level(),
                        offer.dimension(),
                        offer.category()));
        all.subList(15, 30).forEach(BatchesTest::publish);
        await().atMost(SOON).until(() -> with("acknowledged", all) == all.size());
        String letters =
                "select count(*) from dead_letter where cause = 'wrong-side' and position('%s' in headers) > 0";
        await().atMost(SOON).until(() -> "1".equals(Rows.read(letters.formatted(bad))));
    }
}
