package org.puente.reception.returns.protection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.puente.platform.json.Json;
import org.puente.reception.RegistrationForm;
import org.puente.reception.returns.Duty;
import org.puente.reception.returns.Registration;

class DutiesTest {
    private static final Instant REGISTERED = Instant.parse("2025-01-02T15:00:00Z");
    private static final String CHILD = "'2012-01-01'";

    @Test
    void anAdultWithoutDangerIsOwedNothingMore() {
        assertThat(duties(RegistrationForm.filled())).isEmpty();
    }

    @Test
    void aChildAloneGoesToTheProtectionAuthorityAtOnce() {
        RegistrationForm child =
                RegistrationForm.filled().with("/person/birthDate", CHILD).with("/profiles", "['separated-child']");
        assertThat(duties(child)).containsExactly("child-alone PT0S");
    }

    @Test
    void aChildForWhomNobodyIsResponsibleGoesToTheProtectionAuthorityWithoutATick() {
        assertThat(duties(RegistrationForm.filled()
                        .with("/person/birthDate", CHILD)
                        .with("/nobodyResponsible", "true")))
                .containsExactly("child-alone PT0S");
    }

    @Test
    void aChildOfWhomItIsNotSaidWhoIsResponsibleIsNoticed() {
        RegistrationForm child = RegistrationForm.filled().with("/person/birthDate", CHILD);
        assertThat(duties(child)).containsExactly("child-with-nobody PT0S");
        assertThat(duties(child.without("/household"))).containsExactly("child-with-nobody PT0S");
    }

    @Test
    void aChildWithItsParentIsNotAlone() {
        assertThat(duties(RegistrationForm.filled()
                        .with("/person/birthDate", CHILD)
                        .with(
                                "/responsible",
                                "[{'caseId': '0193f000-0000-7000-8000-0000000000bb', 'relation': 'parent'}]")))
                .isEmpty();
    }

    @Test
    void anAdultAloneIsNoChildWithNobody() {
        assertThat(duties(RegistrationForm.filled().without("/household"))).isEmpty();
    }

    @Test
    void signsOfTraffickingAskForARestrictedReferralWithinThreeDays() {
        assertThat(duties(RegistrationForm.filled().with("/restricted", "{'trafficking': true}")))
                .containsExactly("restricted-referral PT72H");
    }

    @Test
    void sexualViolenceAsksForARestrictedReferralWithinThreeDays() {
        assertThat(duties(RegistrationForm.filled().with("/restricted", "{'sexualViolence': true}")))
                .containsExactly("restricted-referral PT72H");
    }

    @Test
    void whoIsDisplacedOnArrivalIsAskedForASafeWayToBeReached() {
        assertThat(duties(RegistrationForm.filled().with("/profiles", "['displaced-on-arrival']")))
                .containsExactly("danger-at-home PT0S");
    }

    @Test
    void onceASafeWayIsKnownNothingIsOwed() {
        assertThat(duties(RegistrationForm.filled()
                        .with("/profiles", "['displaced-on-arrival']")
                        .with("/person/safeContact", "{'ways': ['in-person']}")))
                .isEmpty();
    }

    @Test
    void whoIsDisplacedButSaysThatItIsSafeIsNotAsked() {
        RegistrationForm safe = RegistrationForm.filled()
                .with("/profiles", "['displaced-on-arrival']")
                .with("/restricted", "{'unsafeDestination': false}");
        assertThat(duties(safe)).isEmpty();
    }

    @Test
    void aNeedOfHealthThatCannotWaitIsAnEmergency() {
        assertThat(duties(need("health", "urgent"))).containsExactly("urgent-health PT24H");
    }

    @Test
    void aNeedOfHealthThatCanWaitIsNone() {
        assertThat(duties(need("health", "normal"))).isEmpty();
    }

    @Test
    void anotherUrgentNeedIsNone() {
        assertThat(duties(need("employment", "urgent"))).isEmpty();
    }

    @Test
    void whoAsksForInternationalProtectionIsLedToTheAsylumAuthorityAtOnce() {
        assertThat(duties(RegistrationForm.filled().with("/restricted", "{'internationalProtection': true}")))
                .containsExactly("international-protection PT0S");
    }

    @Test
    void theSoonestComesFirst() {
        RegistrationForm form =
                need("health", "emergency").with("/restricted", "{'trafficking': true, 'unsafeDestination': true}");
        assertThat(duties(form))
                .containsExactly("danger-at-home PT0S", "urgent-health PT24H", "restricted-referral PT72H");
    }

    @Test
    void eachSaysWhatToDoInBothLanguages() {
        RegistrationForm all = need("health", "emergency")
                .with("/person/birthDate", CHILD)
                .with("/profiles", "['unaccompanied-child', 'displaced-on-arrival']")
                .with("/restricted", "{'trafficking': true, 'internationalProtection': true}");
        assertThat(of(all, Locale.ENGLISH))
                .hasSize(5)
                .allMatch(duty -> !duty.detail().startsWith("duty-"));
        assertThat(of(all, Locale.of("es"))).map(Duty::detail).doesNotContainAnyElementsOf(details(all));
    }

    private static List<String> details(RegistrationForm form) {
        return of(form, Locale.ENGLISH).stream().map(Duty::detail).toList();
    }

    private static RegistrationForm need(String category, String urgency) {
        return RegistrationForm.filled()
                .with(
                        "/needs",
                        "[{'dimension': 'psychosocial', 'category': '%s', 'urgency': '%s'}]"
                                .formatted(category, urgency));
    }

    /** The rules that apply, with the time that they give. */
    private static List<String> duties(RegistrationForm form) {
        return of(form, Locale.ENGLISH).stream()
                .map(duty -> duty.rule() + " " + Duration.between(REGISTERED, duty.by()))
                .toList();
    }

    private static List<Duty> of(RegistrationForm form, Locale locale) {
        return Duties.of(Json.read(form.json(), Registration.class), REGISTERED, locale);
    }
}
