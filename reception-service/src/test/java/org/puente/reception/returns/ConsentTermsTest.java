package org.puente.reception.returns;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.puente.contracts.ConsentGiver;
import org.puente.contracts.ConsentPurpose;

/** After a restore, terms come back from facts, which do not hold how a consent was explained. */
class ConsentTermsTest {
    private static final UUID ID = UUID.randomUUID();
    private static final UUID CASE = UUID.randomUUID();
    private static final Instant AT = Instant.parse("2026-03-02T15:00:00Z");
    private static final ConsentTerms EXPLAINED = new ConsentTerms(
            List.of(ConsentPurpose.REFERRAL), List.of("node"), ConsentGiver.SELF, null, "mam", "puente-consent-1");

    private static Consent known() {
        return Consent.given(ID, CASE, EXPLAINED, AT);
    }

    private static Consent published(LocalDate until, Instant at) {
        return Consent.given(
                ID,
                CASE,
                new ConsentTerms(List.of(ConsentPurpose.REFERRAL), List.of("node"), ConsentGiver.SELF, until),
                at);
    }

    @Test
    void theSameTermsStayAsTheyWereExplained() {
        Consent consent = known();
        consent.overtake(published(null, AT));
        assertThat(consent.terms()).isEqualTo(EXPLAINED);
    }

    @Test
    void ofOtherTermsItIsNotKnownHowTheyWereExplained() {
        Consent consent = known();
        consent.overtake(published(LocalDate.of(2027, 1, 1), AT.plusSeconds(1)));
        assertThat(consent.terms().language()).isNull();
        assertThat(consent.terms().validUntil()).isEqualTo(LocalDate.of(2027, 1, 1));
    }
}
