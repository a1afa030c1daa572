package org.puente.referral.referrals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.puente.contracts.DirectoryFact.OfferPublished;
import org.puente.contracts.ReferralFact;
import org.puente.contracts.ReferralId;
import org.puente.platform.persistence.Epoch;
import org.puente.platform.testing.Backup;
import org.puente.platform.testing.Wire;
import org.puente.referral.RegionFacts;
import org.puente.referral.Rows;

/** The database is restored to a state from before a referral; the topics are not. */
@QuarkusTest
class RestoredTest extends RestoreSlice {
    @Inject
    Epoch epoch;

    private static final String THEIRS = "puente.hnd.referrals.gtm";

    /** What ran before may have taken the database away, or changed its tables, a moment ago. */
    @BeforeEach
    void theServiceKnowsItsHistory() {
        await().atMost(SOON).until(epoch::isCurrent);
    }

    private static String where(String referral) {
        return " where referral_id = '" + referral + "'";
    }

    private static String column(String name, String referral) {
        return Rows.read("select " + name + " from referral" + where(referral));
    }

    private static void forget(String referral, String... topics) {
        Rows.change("delete from referral" + where(referral));
        Rows.change("delete from early_fact" + where(referral));
        for (String topic : topics) {
            for (ConsumerRecord<String, String> record : Wire.dump(topic, referral)) {
                String id = Wire.header(record, "ce_id");
                Rows.change("delete from inbox where id = '" + id + "'");
            }
        }
    }

    /** What lies on a topic of a referral comes again, as to a group whose offsets are reset. */
    private static void again(String principal, String topic, String referral) {
        for (ConsumerRecord<String, String> record : Wire.dump(topic, referral)) {
            Map<String, String> headers = new HashMap<>();
            record.headers().forEach(header -> headers.put(header.key(), Wire.header(record, header.key())));
            Wire.put(principal, topic, referral, headers, record.value());
        }
    }

    /** All that lies on the topics is gone through, as after a restore of a backup without positions. */
    private void restoredFromTheBeginning() {
        awaitEmptyOutbox();
        String token = Rows.read("select puente_restored_from_the_beginning()");
        await().atMost(SOON).until(() -> epoch.isCurrent() && epoch.holds(token));
    }

    private static void awaitOnTopic(String topic, String referral, int facts) {
        await().atMost(SOON).until(() -> Wire.dump(topic, referral).size() >= facts);
    }

    @Test
    void whatThisNodeIssuedComesBack() {
        String referral = issued(arrived(), published(RegionFacts.offer(offerId("hnd"), null, LONG)));
        addFact(RegionFacts.RECEPTION.value(), referral, "cancelled", "reason", "no-answer")
                .statusCode(200);
        awaitOnTopic(OWN, referral, 2);
        forget(referral);
        restoredFromTheBeginning();
        assertThat(column("status", referral)).isEqualTo("cancelled");
        assertThat(column("remind_at", referral)).isNotNull();
    }

    @Test
    void whatThisNodeAnsweredComesBackWithThePlaceThatItTook() {
        OfferPublished offer = published(RegionFacts.offer(offerId("gtm"), 2, LONG));
        String referral = accepted(offer);
        awaitOnTopic(OWN, referral, 2);
        forget(referral, THEIRS);
        Rows.change("update places set taken = 0 where offer_id = '" + offer.offerId() + "'");
        restoredFromTheBeginning();
        assertThat(column("status", referral)).isEqualTo("accepted");
        assertThat(column("holds_place", referral)).isEqualTo("t");
        assertThat(taken(offer)).isEqualTo("1");
    }

    @Test
    void anOwnFactThatIsRefusedKeepsNoneBack() {
        Arrived person = arrived();
        OfferPublished offer = published(RegionFacts.offer(offerId("hnd"), null, LONG));
        String referral = issued(person, offer);
        awaitOnTopic(OWN, referral, 1);
        Wire.publish("gtm", "referral", "hnd", acknowledgedByTheIssuer(referral, person));
        forget(referral);
        restoredFromTheBeginning();
        assertThat(column("status", referral)).isEqualTo("issued");
    }

    private static ReferralFact acknowledgedByTheIssuer(String referral, Arrived person) {
        return new ReferralFact.Acknowledged(
                new ReferralId(UUID.fromString(referral)), person.caseId(), RegionFacts.RECEPTION, Instant.now());
    }

    @Test
    void whatIsKnownTakesNoPlaceTwice() {
        OfferPublished offer = published(RegionFacts.offer(offerId("gtm"), 2, LONG));
        String referral = accepted(offer);
        awaitOnTopic(OWN, referral, 2);
        restoredFromTheBeginning();
        accepted(offer);
        assertThat(taken(offer)).isEqualTo("2");
    }

    @Test
    void aRedirectIsFollowedOnce() {
        Arrived person = arrived();
        OfferPublished first = published(RegionFacts.offer(offerId("gtm"), null, LONG));
        OfferPublished second = published(RegionFacts.offer(offerId("hnd"), null, LONG));
        isKnown(second);
        String referral = issued(person, first);
        await().atMost(SOON).until(() -> "acknowledged".equals(status(referral)));
        addFact("gtm-work", referral, "redirected", "offerId", second.offerId().value())
                .statusCode(200);
        String within = "puente.gtm.referrals.gtm";
        awaitOnTopic(within, referral, 3);
        String next = Rows.read("select referral_id from referral where part_of = '" + referral + "'");
        awaitOnTopic(OWN, next, 1);
        forget(next);
        forget(referral, within);
        restoredFromTheBeginning();
        assertThat(column("status", referral)).isEqualTo("redirected");
        assertThat(column("status", next)).isEqualTo("issued");
        assertThat(Rows.read("select count(*) from referral where part_of = '" + referral + "'"))
                .isEqualTo("1");
    }

    @Test
    void aRedirectFromAbroadThatIsReceivedAgainComesOutTheSame() {
        Arrived person = arrived();
        OfferPublished first = published(RegionFacts.offer(offerId("hnd"), null, LONG));
        OfferPublished second = published(RegionFacts.offer(offerId("hnd"), null, LONG));
        isKnown(second);
        String referral = issued(person, first);
        String before = column("said", referral);
        Wire.publish(
                "hnd",
                "referral",
                "gtm",
                new ReferralFact.Redirected(
                        new ReferralId(UUID.fromString(referral)),
                        person.caseId(),
                        first.institution(),
                        Instant.now(),
                        second.offerId(),
                        null));
        await().atMost(SOON).until(() -> next(referral) != null);
        String next = next(referral);
        awaitOnTopic(OWN, next, 1);
        forget(next);
        for (ConsumerRecord<String, String> record : Wire.dump(THEIRS, referral)) {
            Rows.change("delete from inbox where id = '" + Wire.header(record, "ce_id") + "'");
        }
        Rows.change(
                "update referral set final_at = null, status = 'issued', said = '" + before + "'" + where(referral));
        again("hnd", THEIRS, referral);
        await().atMost(SOON).until(() -> next(referral) != null);
        assertThat(next(referral)).isEqualTo(next);
        assertThat(Wire.dump(OWN, next).stream().map(ConsumerRecord::key)).containsOnly(next);
    }

    @Test
    void howFarAFormerReleaseReadItsOwnFactsIsKnownAfterAnUpgrade() throws IOException {
        String topic = "puente.gtm.referrals.nowhere";
        Rows.change("insert into intake_position values ('" + topic + "', 0, 7), ('" + topic + "', 1, 3)");
        Rows.change("insert into relay_position values ('" + topic + "', 1, 5)");
        Rows.change(migration("V23__own_facts_known.sql"));
        assertThat(Rows.read("select string_agg(partition_no || ':' || next_offset, ' ' order by partition_no)"
                        + " from relay_position where topic = '" + topic + "'"))
                .isEqualTo("0:7 1:5");
        Rows.change("delete from intake_position where topic = '" + topic + "'");
        Rows.change("delete from relay_position where topic = '" + topic + "'");
    }

    private static String migration(String name) throws IOException {
        try (InputStream script = RestoredTest.class.getResourceAsStream("/db/migration/" + name)) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** A redirect to an offer that the directory does not have yet is followed by nobody. */
    private static void isKnown(OfferPublished offer) {
        String sql = "select 1 from directory_offer where offer_id = '" + offer.offerId() + "'";
        await().atMost(SOON).until(() -> Rows.read(sql) != null);
    }

    private static String next(String referral) {
        return Rows.read("select referral_id from referral where part_of = '" + referral + "'");
    }

    private String accepted(OfferPublished offer) {
        String referral = receivedFromHonduras(offer, Instant.now().plus(LONG))
                .referralId()
                .toString();
        addFact("gtm-work", referral, "accepted").statusCode(200);
        return referral;
    }

    private static String taken(OfferPublished offer) {
        return Rows.read("select taken from places where offer_id = '" + offer.offerId() + "'");
    }

    /** In the middle of work: on both sides, within the node, and with a consent that ends. */
    @Test
    void allStandsAsIfNothingHadBeenRestored() {
        OfferPublished here = published(RegionFacts.offer(offerId("gtm"), 3, LONG));
        OfferPublished there = published(RegionFacts.offer(offerId("hnd"), null, LONG));
        String incoming = receivedFromHonduras(here, Instant.now().plus(LONG))
                .referralId()
                .toString();
        String sent = issued(arrived(), there);
        Backup backup = Backup.of("gtm_referral");
        addFact("gtm-work", incoming, "accepted").statusCode(200);
        addFact(RegionFacts.RECEPTION.value(), sent, "cancelled", "reason", "no-answer")
                .statusCode(200);
        String incomingSince = accepted(here);
        Arrived leaving = arrived();
        String withdrawn = issued(leaving, there);
        Wire.publish("gtm", "reception", RegionFacts.withdrawn(leaving.consent()));
        await().atMost(SOON).until(() -> "withdrawn".equals(status(withdrawn)));
        String within = issued(arrived(), here);
        await().atMost(SOON).until(() -> "acknowledged".equals(status(within)));
        List<String> all = List.of(incoming, sent, incomingSince, withdrawn, within);
        awaitEmptyOutbox();
        List<Object> stood = all.stream().map(RestoreSlice::standing).toList();
        List<String> published = publishedIds(all);
        String cursor = changes("0").path("next");
        Set<Object> listed = listedChanges(all);
        assertThat(listed).isNotEmpty();

        backup.restore();

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(
                                all.stream().map(RestoreSlice::standing).toList())
                        .isEqualTo(stood));
        await().atMost(SOON).until(epoch::isCurrent);
        awaitEmptyOutbox();
        assertThat(Set.copyOf(publishedIds(all))).isEqualTo(Set.copyOf(published));
        assertThat(taken(here)).isEqualTo("2");
        assertThat(listedChanges(all)).isEqualTo(listed);
        changes(cursor).then().statusCode(410).body("type", equalTo("urn:puente:problem:cursor-gone"));
        addFact("gtm-work", incomingSince, "started").statusCode(200);
    }

    private static void awaitEmptyOutbox() {
        await().atMost(SOON).until(() -> "0".equals(Rows.read("select count(*) from outbox")));
    }
}
