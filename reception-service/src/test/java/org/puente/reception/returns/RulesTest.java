package org.puente.reception.returns;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ListAssert;
import org.junit.jupiter.api.Test;
import org.puente.platform.json.Json;
import org.puente.platform.problems.FieldError;
import org.puente.reception.RegistrationForm;
import org.puente.reception.directory.ReceptionDirectory.Desk;

class RulesTest {
    private static final LocalDate TODAY = LocalDate.of(2025, 1, 2);
    private static final Desk DESK = desk("another-point");

    @Test
    void findsNothingWrongWithAFormThatIsRight() {
        assertErrors(RegistrationForm.filled()).isEmpty();
    }

    @Test
    void takesAReturnOfTodayAndRefusesOneOfTomorrow() {
        assertErrors(RegistrationForm.filled().with("/returnedOn", "'2025-01-03'"))
                .containsExactly("/returnedOn in-the-future");
    }

    @Test
    void refusesAYearThatIsAMistake() {
        assertErrors(RegistrationForm.filled()
                        .with("/returnedOn", "'0205-01-02'")
                        .without("/person/birthDate")
                        .with("/person/ageYears", "30"))
                .containsExactly("/returnedOn too-long-ago");
    }

    @Test
    void refusesABirthInTheFuture() {
        assertErrors(RegistrationForm.filled().with("/person/birthDate", "'2025-01-03'"))
                .containsExactly("/person/birthDate in-the-future");
    }

    @Test
    void refusesABirthAfterTheReturn() {
        assertErrors(RegistrationForm.filled()
                        .with("/person/birthDate", "'2025-01-02'")
                        .with("/returnedOn", "'2025-01-01'"))
                .containsExactly("/person/birthDate born-after-return");
    }

    @Test
    void refusesAnAgeBeyond120Years() {
        assertErrors(RegistrationForm.filled().with("/person/birthDate", "'1904-01-01'"))
                .containsExactly("/person/birthDate age-out-of-range");
    }

    @Test
    void asksForABirthDateOrAnAge() {
        assertErrors(RegistrationForm.filled().without("/person/birthDate"))
                .containsExactly("/person/birthDate birth-date-or-age");
    }

    @Test
    void refusesABirthDateAndAnAgeAtOnce() {
        assertErrors(RegistrationForm.filled().with("/person/ageYears", "33"))
                .containsExactly("/person/ageYears birth-date-and-age");
    }

    @Test
    void takesAPersonWithOneNameOnlyInEitherField() {
        assertErrors(RegistrationForm.filled().without("/person/familyNames")).isEmpty();
        assertErrors(RegistrationForm.filled().without("/person/givenNames")).isEmpty();
    }

    @Test
    void takesAFoundlingOnlyWhereItIsSaidThatThereIsNoName() {
        RegistrationForm form =
                RegistrationForm.filled().without("/person/givenNames").without("/person/familyNames");

        assertErrors(form).containsExactly("/person/givenNames name-missing");
        assertErrors(form.with("/person/withoutNames", "true")).isEmpty();
    }

    @Test
    void takesWhoMayBeAChildForAChild() {
        RegistrationForm form = RegistrationForm.filled().without("/person/birthDate");

        assertThat(read(form.with("/person/birthYear", "2007")).child()).isTrue();
        assertThat(read(form.with("/person/birthYear", "2006")).child()).isFalse();
    }

    @Test
    void takesAnAgeThatIsAGuess() {
        assertErrors(RegistrationForm.filled()
                        .without("/person/birthDate")
                        .with("/person/ageYears", "40")
                        .with("/person/ageEstimated", "true"))
                .isEmpty();
    }

    @Test
    void refusesAYearOfBirthInTheFuture() {
        assertErrors(RegistrationForm.filled().without("/person/birthDate").with("/person/birthYear", "2026"))
                .containsExactly("/person/birthYear in-the-future");
    }

    @Test
    void takesStepsToAPaperInTheirOrder() {
        String asked = "{'paper': 'birth-certificate', 'step': 'asked', 'on': '2024-12-01'}";
        String given = "{'paper': 'birth-certificate', 'step': 'given', 'on': '%s'}";

        assertErrors(RegistrationForm.filled()
                        .with("/person/papers", "[" + asked + "," + given.formatted("2024-12-20") + "]"))
                .isEmpty();
        assertErrors(RegistrationForm.filled()
                        .with("/person/papers", "[" + asked + "," + given.formatted("2024-11-20") + "]"))
                .containsExactly("/person/papers/0/on steps-out-of-order");
        assertErrors(RegistrationForm.filled().with("/person/papers", "[" + given.formatted("2025-01-03") + "]"))
                .containsExactly("/person/papers/0/on in-the-future");
    }

    @Test
    void takesAPersonWithoutNationality() {
        assertErrors(RegistrationForm.filled().with("/person/nationality", "'XXA'"))
                .isEmpty();
    }

    @Test
    void refusesACountryThatDoesNotExist() {
        assertErrors(RegistrationForm.filled().with("/returnedFrom", "'USX'"))
                .containsExactly("/returnedFrom country-unknown");
    }

    @Test
    void refusesASubdivisionOfAnotherCountry() {
        assertErrors(RegistrationForm.filled().with("/destination/subdivision", "'HN-01'"))
                .containsExactly("/destination/subdivision subdivision-elsewhere");
    }

    @Test
    void refusesAChildsProfileForAnAdult() {
        assertErrors(RegistrationForm.filled().with("/profiles", "['indigenous', 'unaccompanied-child']"))
                .containsExactly("/profiles/1 not-a-child");
    }

    @Test
    void refusesAChildThatIsBothUnaccompaniedAndSeparated() {
        assertErrors(RegistrationForm.filled()
                        .with("/person/birthDate", "'2012-01-01'")
                        .with("/profiles", "['separated-child', 'unaccompanied-child']"))
                .containsExactly("/profiles/1 unaccompanied-or-separated");
    }

    @Test
    void isAChildUntilTheDayBeforeTheEighteenthBirthday() {
        assertThat(born("2007-01-03").child()).isTrue();
    }

    @Test
    void isOfAgeOnTheEighteenthBirthday() {
        assertThat(born("2007-01-02").child()).isFalse();
    }

    @Test
    void refusesAChildsOwnConsent() {
        assertConsentErrors(read(RegistrationForm.filled()).consent(), true).containsExactly("/givenBy child-consent");
    }

    @Test
    void takesTheConsentOfAChildsGuardian() {
        assertConsentErrors(
                        read(RegistrationForm.filled().with("/consent/givenBy", "'guardian'"))
                                .consent(),
                        true)
                .isEmpty();
    }

    @Test
    void takesAConsentOnItsLastDay() {
        assertConsentErrors(
                        read(RegistrationForm.filled().with("/consent/validUntil", "'2025-01-02'"))
                                .consent(),
                        false)
                .isEmpty();
    }

    @Test
    void refusesAConsentThatIsOver() {
        assertConsentErrors(
                        read(RegistrationForm.filled().with("/consent/validUntil", "'2025-01-01'"))
                                .consent(),
                        false)
                .containsExactly("/validUntil consent-over");
    }

    @Test
    void refusesARegistrationAtAPointOfAnotherInstitution() {
        assertThat(Rules.registration(read(RegistrationForm.filled()), DESK, TODAY).stream()
                        .map(RulesTest::text))
                .containsExactly("/receptionPoint reception-point-unknown");
    }

    @Test
    void refusesARegistrationWithoutConsent() {
        Registration registration = read(RegistrationForm.filled().without("/consent"));
        assertThat(Rules.registration(registration, desk(registration.receptionPoint()), TODAY).stream()
                        .map(RulesTest::text))
                .containsExactly("/consent consent-missing");
    }

    @Test
    void refusesARegistrationOnAConsentThatIsOver() {
        Registration registration = read(RegistrationForm.filled().with("/consent/validUntil", "'2025-01-01'"));
        assertThat(Rules.registration(registration, desk(registration.receptionPoint()), TODAY).stream()
                        .map(RulesTest::text))
                .containsExactly("/consent/validUntil consent-over");
    }

    @Test
    void refusesAnAmendmentToAPointOfAnotherInstitution() {
        Registration before = read(RegistrationForm.filled());
        Registration after = read(RegistrationForm.filled().with("/receptionPoint", "'elsewhere'"));
        assertThat(Rules.amendment(before, after, DESK, TODAY).stream().map(RulesTest::text))
                .containsExactly("/receptionPoint reception-point-unknown");
    }

    @Test
    void noticesThatAnAmendmentMakesAChildOfWhoConsented() {
        assertThat(Rules.childConsents(List.of(given()), born("2007-01-03"))).isTrue();
    }

    @Test
    void letsAnAdultConsent() {
        assertThat(Rules.childConsents(List.of(given()), born("2007-01-02"))).isFalse();
    }

    @Test
    void forgetsTheConsentOfAChildThatWasWithdrawn() {
        Consent withdrawn = given();
        withdrawn.withdraw(Instant.EPOCH);
        assertThat(Rules.childConsents(List.of(withdrawn), born("2007-01-03"))).isFalse();
    }

    private static Consent given() {
        ConsentTerms terms = read(RegistrationForm.filled()).consent();
        return Consent.given(UUID.randomUUID(), UUID.randomUUID(), terms, Instant.EPOCH);
    }

    private static Desk desk(String point) {
        return new Desk(ZoneOffset.UTC, List.of(point), true);
    }

    private static Registration born(String date) {
        return read(RegistrationForm.filled().with("/person/birthDate", "'" + date + "'"));
    }

    private static Registration read(RegistrationForm form) {
        return Json.read(form.json(), Registration.class);
    }

    private static ListAssert<String> assertErrors(RegistrationForm form) {
        return assertThat(
                Rules.amendment(read(form), read(form), DESK, TODAY).stream().map(RulesTest::text));
    }

    private static ListAssert<String> assertConsentErrors(ConsentTerms terms, boolean child) {
        return assertThat(Rules.consent(terms, child, TODAY).stream().map(RulesTest::text));
    }

    private static String text(FieldError error) {
        return error.pointer() + " " + error.code();
    }
}
