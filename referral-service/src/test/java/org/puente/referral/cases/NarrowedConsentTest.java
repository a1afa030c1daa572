package org.puente.referral.cases;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.puente.contracts.ConsentPurpose;
import org.puente.contracts.DirectoryFact.OfferPublished;
import org.puente.contracts.ReferralFact;
import org.puente.contracts.ReturnFact.ConsentRecorded;
import org.puente.contracts.WithdrawalReason;
import org.puente.platform.testing.Tokens;
import org.puente.platform.testing.Wire;
import org.puente.referral.ReferralServiceTestBase;
import org.puente.referral.RegionFacts;
import org.puente.referral.Tables;

/** A consent that is recorded again with other terms, while somebody holds a dossier under it. */
@QuarkusTest
class NarrowedConsentTest extends ReferralServiceTestBase {
    private static final List<ConsentPurpose> REFERRAL = List.of(ConsentPurpose.REFERRAL);

    @Inject
    DataSource database;

    private String referred(Arrived person, String node) {
        OfferPublished offer = published(RegionFacts.offer(offerId(node), null, LONG));
        String referral = issued(person, offer);
        if (node.equals("gtm")) {
            await().atMost(SOON).until(() -> reading(referral) == 200);
        }
        return referral;
    }

    private static int reading(String referral) {
        return given().auth()
                .oauth2(Tokens.of("gtm", "gtm-work", "case-manager"))
                .get("/v1/referrals/{id}/dossier", referral)
                .statusCode();
    }

    private UUID recordAgain(Arrived person, List<ConsentPurpose> purposes, LocalDate validUntil, String... scope) {
        ConsentRecorded first = person.consent();
        return Wire.publish(
                "gtm",
                "reception",
                new ConsentRecorded(
                        first.consentId(),
                        first.caseId(),
                        first.institution(),
                        Instant.now(),
                        purposes,
                        List.of(scope),
                        first.givenBy(),
                        validUntil));
    }

    @Test
    void aRecipientThatIsNoLongerCoveredIsMadeToEraseWhatItHolds() {
        Arrived person = arrived();
        String referral = referred(person, "hnd");
        recordAgain(person, REFERRAL, null, "node");
        await().atMost(SOON).until(() -> "withdrawn".equals(status(referral)));
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(Wire.facts("puente.gtm.referrals.hnd", referral, ReferralFact.Withdrawn.class))
                                .extracting(ReferralFact.Withdrawn::reason)
                                .containsExactly(WithdrawalReason.CONSENT_WITHDRAWN));
    }

    /** As after a restore: the referral was published, and the consent is recorded as if it were new. */
    @Test
    void aRecipientIsMadeToEraseAlsoWhereTheFormerTermsWereLost() throws SQLException {
        Arrived person = arrived();
        String referral = referred(person, "hnd");
        Tables.change(
                database,
                "delete from consent where consent_id = ?",
                person.consent().consentId().value());
        recordAgain(person, REFERRAL, null, "node");
        await().atMost(SOON).until(() -> "withdrawn".equals(status(referral)));
    }

    @Test
    void aRecipientOfTheOwnNodeThatIsNoLongerMeantReadsNoMore() {
        Arrived person = arrived();
        String referral = referred(person, "gtm");
        recordAgain(person, REFERRAL, null, "hnd-work");
        await().atMost(SOON).until(() -> reading(referral) == 410);
    }

    @Test
    void nobodyReadsOnWhereReferralIsNoLongerAPurpose() {
        Arrived person = arrived();
        String referral = referred(person, "gtm");
        recordAgain(person, List.of(ConsentPurpose.STATISTICS), null, "region");
        await().atMost(SOON).until(() -> reading(referral) == 410);
    }

    @Test
    void whoIsStillMeantReadsOn() {
        Arrived person = arrived();
        String referral = referred(person, "gtm");
        UUID fact = recordAgain(person, REFERRAL, null, "node");
        await().atMost(SOON).until(() -> Tables.taken(database, fact));
        assertThat(reading(referral)).isEqualTo(200);
    }

    /** Whether the clock has ended the consent by then or not. */
    @Test
    void anEndOfItsTimeTakesNothingBackThatAnotherConsentCovers() {
        Arrived person = arrived();
        String referral = referred(person, "gtm");
        UUID other = Wire.publish("gtm", "reception", RegionFacts.consent(person.caseId(), "region"));
        await().atMost(SOON).until(() -> Tables.taken(database, other));
        UUID fact = recordAgain(person, REFERRAL, LocalDate.now().minusDays(2), "region");
        await().atMost(SOON).until(() -> Tables.taken(database, fact));
        assertThat(reading(referral)).isEqualTo(200);
    }
}
