package org.puente.referral.cases;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.puente.contracts.DirectoryFact.OfferPublished;
import org.puente.contracts.Envelope;
import org.puente.contracts.FactType;
import org.puente.contracts.InstitutionId;
import org.puente.contracts.NodeId;
import org.puente.contracts.ReferralFact;
import org.puente.contracts.ReturnFact;
import org.puente.contracts.Source;
import org.puente.contracts.WithdrawalReason;
import org.puente.platform.json.Json;
import org.puente.platform.testing.Tokens;
import org.puente.platform.testing.Wire;
import org.puente.referral.ReferralServiceTestBase;
import org.puente.referral.RegionFacts;
import org.puente.referral.Rows;

/** A return is erased while a consent stands, as when its retention is over. */
@QuarkusTest
class ErasedReturnTest extends ReferralServiceTestBase {
    @Test
    void aRecipientElsewhereIsMadeToEraseWhatItHolds() {
        Arrived person = arrived();
        String referral = issued(person, offer("hnd"));

        erased(person, RegionFacts.RECEPTION);

        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(Wire.facts("puente.gtm.referrals.hnd", referral, ReferralFact.Withdrawn.class))
                                .extracting(ReferralFact.Withdrawn::reason)
                                .containsExactly(WithdrawalReason.CONSENT_WITHDRAWN));
    }

    @Test
    void aRecipientOfTheOwnNodeReadsNoMore() {
        Arrived person = arrived();
        String referral = issued(person, offer("gtm"));
        await().atMost(SOON).until(() -> reading(referral) == 200);

        erased(person, RegionFacts.RECEPTION);

        await().atMost(SOON).until(() -> reading(referral) == 410);
    }

    @Test
    void nothingIsKeptThatComesFromTheValuesThatWereSent() {
        Arrived person = arrived();
        String referral = issued(person, offer("hnd"));
        String marks = "select sent_marks from referral where referral_id = '" + referral + "'";
        assertThat(Rows.read(marks)).isNotNull();

        erased(person, RegionFacts.RECEPTION);

        await().atMost(SOON).until(() -> Rows.read(marks) == null);
    }

    @Test
    void nobodyIsReferredAfterIt() {
        Arrived person = arrived();
        issued(person, offer("hnd"));

        UUID fact = erased(person, RegionFacts.RECEPTION);

        await().atMost(SOON).until(() -> Rows.read("select id from inbox where id = '" + fact + "'") != null);
        OfferPublished offer = offer("hnd");
        String known = "select 1 from directory_offer where offer_id = '" + offer.offerId() + "'";
        await().atMost(SOON).until(() -> Rows.read(known) != null);
        issue(person, offer).statusCode(422).body("errors.code", not(hasItem("unknown-offer")));
    }

    @Test
    void anotherInstitutionErasesNothing() {
        Arrived person = arrived();
        String referral = issued(person, offer("hnd"));

        erased(person, new InstitutionId("gtm-stranger"));

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(
                                Rows.read("select cause from dead_letter where record_key = '" + person.caseId() + "'"))
                        .isEqualTo("foreign-party"));
        assertThat(status(referral)).isNotEqualTo("withdrawn");
    }

    /** The broker lets another node write nothing here at all ({@code HostileNodeTest}). */
    @Test
    void anotherNodeErasesNothing() {
        Arrived person = arrived();
        String referral = issued(person, offer("hnd"));
        ReturnFact.Erased claim = new ReturnFact.Erased(person.caseId(), RegionFacts.RECEPTION, Instant.now());
        Envelope envelope = new Envelope(
                UUID.randomUUID(),
                new Source(new NodeId("mex"), "reception"),
                FactType.of(claim),
                claim.subject(),
                Instant.now(),
                null);

        Wire.put("gtm", "puente.gtm.returns", claim.subject(), envelope.headers(), Json.write(claim));

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(
                                Rows.read("select cause from dead_letter where record_key = '" + person.caseId() + "'"))
                        .isEqualTo("foreign-source"));
        assertThat(status(referral)).isNotEqualTo("withdrawn");
    }

    private OfferPublished offer(String node) {
        return published(RegionFacts.offer(offerId(node), null, LONG));
    }

    private static UUID erased(Arrived person, InstitutionId institution) {
        return Wire.publish("gtm", "reception", new ReturnFact.Erased(person.caseId(), institution, Instant.now()));
    }

    private static int reading(String referral) {
        return given().auth()
                .oauth2(Tokens.of("gtm", "gtm-work", "case-manager"))
                .get("/v1/referrals/{id}/dossier", referral)
                .statusCode();
    }
}
