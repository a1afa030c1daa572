package org.puente.reception.returns.dossiers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.puente.contracts.ConsentGiver;
import org.puente.contracts.ConsentPurpose;
import org.puente.platform.json.Json;
import org.puente.reception.RegistrationForm;
import org.puente.reception.returns.Consent;
import org.puente.reception.returns.ConsentTerms;
import org.puente.reception.returns.Registration;

class PermittedPurposesTest {
    private static final LocalDate DAY = LocalDate.parse("2026-01-10");

    @Test
    void aConsentToBeReferredLetsNobodyVisit() {
        assertThat(by(adult(), consent(ConsentGiver.SELF, null, ConsentPurpose.REFERRAL)))
                .isEqualTo(new PermittedPurposes(true, false));
    }

    @Test
    void aConsentToBeFollowedUpLetsNobodyRefer() {
        assertThat(by(adult(), consent(ConsentGiver.SELF, null, ConsentPurpose.FOLLOW_UP)))
                .isEqualTo(new PermittedPurposes(false, true));
    }

    @Test
    void aConsentHoldsOnItsLastDayAndNotAfterIt() {
        assertThat(by(adult(), consent(ConsentGiver.SELF, DAY, ConsentPurpose.FOLLOW_UP))
                        .visits())
                .isTrue();
        assertThat(by(adult(), consent(ConsentGiver.SELF, DAY.minusDays(1), ConsentPurpose.FOLLOW_UP))
                        .visits())
                .isFalse();
    }

    @Test
    void aWithdrawnConsentPermitsNothing() {
        Consent consent = consent(ConsentGiver.SELF, null, ConsentPurpose.FOLLOW_UP);
        consent.withdraw(Instant.EPOCH);
        assertThat(by(adult(), consent)).isEqualTo(new PermittedPurposes(false, false));
    }

    @Test
    void aChildAloneIsVisitedOnAnAuthoritysOrderOnly() {
        assertThat(by(childAlone(), consent(ConsentGiver.GUARDIAN, null, ConsentPurpose.FOLLOW_UP))
                        .visits())
                .isFalse();
        assertThat(by(childAlone(), consent(ConsentGiver.AUTHORITY, null, ConsentPurpose.FOLLOW_UP))
                        .visits())
                .isTrue();
    }

    private static PermittedPurposes by(RegistrationForm form, Consent consent) {
        return PermittedPurposes.by(List.of(consent), Json.read(form.json(), Registration.class), DAY);
    }

    private static RegistrationForm adult() {
        return RegistrationForm.filled();
    }

    private static RegistrationForm childAlone() {
        return RegistrationForm.filled().with("/profiles", "['unaccompanied-child']");
    }

    private static Consent consent(ConsentGiver by, LocalDate validUntil, ConsentPurpose... purposes) {
        return Consent.given(
                UUID.randomUUID(),
                UUID.randomUUID(),
                new ConsentTerms(Arrays.asList(purposes), List.of("node"), by, validUntil),
                Instant.EPOCH);
    }
}
