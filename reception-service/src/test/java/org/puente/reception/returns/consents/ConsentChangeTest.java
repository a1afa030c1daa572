package org.puente.reception.returns.consents;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.puente.contracts.ConsentGiver;
import org.puente.contracts.ConsentPurpose;
import org.puente.reception.returns.Consent;
import org.puente.reception.returns.ConsentTerms;

class ConsentChangeTest {
    private static final UUID CASE = UUID.randomUUID();

    private final Consent known = Consent.given(UUID.randomUUID(), CASE, until(1), Instant.EPOCH);

    @Test
    void anUnknownIdIsAFirstConsent() {
        assertThat(ConsentChange.of(null, CASE, until(1))).isEqualTo(ConsentChange.FIRST);
    }

    @Test
    void otherTermsAreNewTerms() {
        assertThat(ConsentChange.of(known, CASE, until(2))).isEqualTo(ConsentChange.NEW_TERMS);
    }

    @Test
    void theSameTermsChangeNothing() {
        assertThat(ConsentChange.of(known, CASE, until(1))).isEqualTo(ConsentChange.UNCHANGED);
    }

    @Test
    void aWithdrawalIsFinal() {
        known.withdraw(Instant.EPOCH);
        assertThat(ConsentChange.of(known, CASE, until(2))).isEqualTo(ConsentChange.WITHDRAWN);
    }

    @Test
    void theIdOfAnotherCasesConsentIsNotThisCases() {
        assertThat(ConsentChange.of(known, UUID.randomUUID(), until(1))).isEqualTo(ConsentChange.OF_ANOTHER_CASE);
    }

    private static ConsentTerms until(int day) {
        return new ConsentTerms(
                List.of(ConsentPurpose.REFERRAL), List.of("region"), ConsentGiver.SELF, LocalDate.of(2025, 1, day));
    }
}
