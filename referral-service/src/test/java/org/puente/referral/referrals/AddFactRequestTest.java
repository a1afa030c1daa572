package org.puente.referral.referrals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.puente.referral.referrals.ReferralFixture.ISSUED_AT;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.puente.contracts.OfferId;
import org.puente.contracts.ReferralStatus;
import org.puente.contracts.ServiceOutcome;
import org.puente.platform.problems.FieldError;

class AddFactRequestTest {
    private static final Instant NOW = ISSUED_AT.plus(Duration.ofDays(7));

    @Test
    void aTypeWithoutFieldsOfItsOwnNeedsNone() {
        assertThat(errors(new AddFactRequest(ReferralStatus.ACCEPTED, null, null, null, null)))
                .isEmpty();
    }

    @Test
    void eachTypeNeedsItsFields() {
        assertThat(codes(new AddFactRequest(ReferralStatus.DECLINED, null, null, null, null)))
                .containsExactly("/reason field-needed");
        assertThat(codes(new AddFactRequest(ReferralStatus.SCHEDULED, null, null, null, null)))
                .containsExactly("/at field-needed");
        assertThat(codes(new AddFactRequest(ReferralStatus.DELIVERED, null, null, null, null)))
                .containsExactly("/outcome field-needed");
        assertThat(codes(new AddFactRequest(ReferralStatus.REDIRECTED, null, null, null, null)))
                .containsExactly("/offerId field-needed");
    }

    @Test
    void aFieldOfAnotherTypeIsRefused() {
        AddFactRequest request = new AddFactRequest(
                ReferralStatus.STARTED, "no-show", NOW, ServiceOutcome.values()[0], new OfferId("hnd-work"));
        assertThat(codes(request))
                .containsExactly(
                        "/reason field-of-another-type",
                        "/at field-of-another-type",
                        "/outcome field-of-another-type",
                        "/offerId field-of-another-type");
    }

    @Test
    void theReasonIsOneOfItsType() {
        assertThat(codes(new AddFactRequest(ReferralStatus.FAILED, "person-request", null, null, null)))
                .containsExactly("/reason not-a-code");
        assertThat(errors(new AddFactRequest(ReferralStatus.FAILED, "no-show", null, null, null)))
                .isEmpty();
    }

    @Test
    void noPersonTakesTheStepsOfPuenteItself() {
        assertThat(codes(new AddFactRequest(ReferralStatus.EXPIRED, null, null, null, null)))
                .containsExactly("/type said-by-puente-alone");
        assertThat(codes(new AddFactRequest(ReferralStatus.ISSUED, null, null, null, null)))
                .containsExactly("/type said-by-puente-alone");
    }

    @Test
    void anAppointmentIsEnteredADayLaterAtMost() {
        assertThat(errors(appointment(NOW.minus(Duration.ofDays(1))))).isEmpty();
        assertThat(codes(appointment(NOW.minus(Duration.ofDays(1)).minusSeconds(1))))
                .containsExactly("/at appointment-over");
    }

    @Test
    void anAppointmentIsNotBeforeItsReferral() {
        assertThat(appointment(ISSUED_AT.minusSeconds(1)).errors(ISSUED_AT, ISSUED_AT))
                .extracting(FieldError::code)
                .containsExactly("appointment-before-referral");
    }

    @Test
    void anAppointmentIsAtMostTwoYearsAhead() {
        assertThat(errors(appointment(NOW.plus(Duration.ofDays(730))))).isEmpty();
        assertThat(codes(appointment(NOW.plus(Duration.ofDays(730)).plusSeconds(1))))
                .containsExactly("/at appointment-too-far");
    }

    private static AddFactRequest appointment(Instant at) {
        return new AddFactRequest(ReferralStatus.SCHEDULED, null, at, null, null);
    }

    private static List<FieldError> errors(AddFactRequest request) {
        return request.errors(ISSUED_AT, NOW);
    }

    private static List<String> codes(AddFactRequest request) {
        return errors(request).stream()
                .map(error -> error.pointer() + " " + error.code())
                .toList();
    }
}
