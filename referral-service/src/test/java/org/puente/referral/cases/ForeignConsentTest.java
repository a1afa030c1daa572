package org.puente.referral.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.puente.contracts.CaseId;
import org.puente.contracts.ConsentGiver;
import org.puente.contracts.ConsentId;
import org.puente.contracts.ConsentPurpose;
import org.puente.contracts.InstitutionId;
import org.puente.contracts.ReturnFact;
import org.puente.contracts.ReturnFact.ConsentRecorded;
import org.puente.platform.testing.Wire;
import org.puente.referral.ReferralServiceTestBase;
import org.puente.referral.RegionFacts;
import org.puente.referral.Rows;

/** A consent is of one case, and is spoken of by the institution that the case is of, whatever another publishes. */
@QuarkusTest
class ForeignConsentTest extends ReferralServiceTestBase {
    private static final InstitutionId STRANGER = new InstitutionId("gtm-stranger");

    @Test
    void aWithdrawalThatNamesAnotherCasesConsentEndsNoReferral() {
        Arrived person = arrived();
        String referral = referred(person);
        CaseId own = registered();

        publish(RegionFacts.withdrawn(terms(person.consent().consentId(), own, STRANGER)));

        isPutAside(own);
        assertThat(status(referral)).isNotEqualTo("withdrawn");
    }

    @Test
    void termsThatNameAnotherCasesConsentReplaceNothing() {
        Arrived person = arrived();
        String referral = referred(person);
        CaseId own = registered();

        publish(terms(person.consent().consentId(), own, STRANGER));

        isPutAside(own);
        assertThat(status(referral)).isNotEqualTo("withdrawn");
    }

    @Test
    void anotherInstitutionWithdrawsNoConsentOfTheCase() {
        Arrived person = arrived();
        String referral = referred(person);

        publish(RegionFacts.withdrawn(terms(person.consent().consentId(), person.caseId(), STRANGER)));

        isPutAside(person.caseId());
        assertThat(status(referral)).isNotEqualTo("withdrawn");
    }

    @Test
    void anotherInstitutionConsentsToNothingForTheCase() {
        Arrived person = arrived();
        referred(person);

        publish(terms(new ConsentId(UUID.randomUUID()), person.caseId(), STRANGER));

        isPutAside(person.caseId());
    }

    private String referred(Arrived person) {
        return issued(person, published(RegionFacts.offer(offerId("hnd"), null, LONG)));
    }

    /** A case of the stranger's own. */
    private static CaseId registered() {
        return new CaseId(UUID.randomUUID());
    }

    /** Terms that permit nothing. */
    private static ConsentRecorded terms(ConsentId id, CaseId caseId, InstitutionId institution) {
        return new ConsentRecorded(
                id,
                caseId,
                institution,
                Instant.now(),
                List.of(ConsentPurpose.STATISTICS),
                List.of("node"),
                ConsentGiver.SELF,
                null);
    }

    private static void publish(ReturnFact fact) {
        Wire.publish("gtm", "reception", fact);
    }

    private static void isPutAside(CaseId key) {
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(Rows.read("select cause from dead_letter where record_key = '" + key + "'"))
                                .isEqualTo("foreign-party"));
    }
}
