package org.puente.reception.returns;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.assertj.core.api.ListAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.puente.contracts.Profile;
import org.puente.platform.json.Json;
import org.puente.reception.RegistrationForm;

class FamilyRulesTest {
    private static final LocalDate TODAY = LocalDate.of(2025, 1, 2);
    private static final String ADULT = "{'caseId': '0193f000-0000-7000-8000-0000000000bb', 'relation': '%s'}";
    private static final String PARENT = "[" + ADULT.formatted("parent") + "]";

    @Test
    void takesAChildWithWhoIsResponsible() {
        assertErrors(child().with("/responsible", PARENT)).isEmpty();
    }

    @Test
    void anAdultHasNobodyResponsible() {
        assertErrors(RegistrationForm.filled().with("/responsible", PARENT))
                .containsExactly("/responsible responsible-for-adult");
        assertErrors(RegistrationForm.filled().with("/nobodyResponsible", "false"))
                .containsExactly("/nobodyResponsible responsible-for-adult");
    }

    @Test
    void refusesSomebodyAndNobodyAtOnce() {
        assertErrors(child().with("/responsible", PARENT).with("/nobodyResponsible", "true"))
                .containsExactly("/nobodyResponsible responsible-and-nobody");
    }

    @Test
    void whoIsResponsibleReturnedWithTheChild() {
        assertErrors(child().with("/responsible", PARENT).without("/household"))
                .containsExactly("/household responsible-without-household");
    }

    @Test
    void refusesOneAdultTwice() {
        assertErrors(child().with(
                                "/responsible",
                                "[" + ADULT.formatted("parent") + "," + ADULT.formatted("guardian") + "]"))
                .containsExactly("/responsible responsible-twice");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        {'relation': 'parent', 'givenNames': 'Eva'}                             | ``
        {'relation': 'parent', 'familyNames': 'Paz', 'mayBeServed': true}       | ``
        {'relation': 'parent'}                                                  | /relatives/0/givenNames relative-name-missing
        {'relation': 'child', 'givenNames': 'Eva', 'birthDate': '2020-01-01', 'ageYears': 5} | /relatives/0/ageYears relative-birth-and-age
        {'relation': 'child', 'givenNames': 'Eva', 'birthDate': '2025-01-03'}   | /relatives/0/birthDate in-the-future
        {'relation': 'child', 'givenNames': 'Eva', 'place': {'country': 'HNX'}} | /relatives/0/place/country country-unknown
        {'relation': 'child', 'givenNames': 'Eva', 'place': {'country': 'GTM', 'subdivision': 'HN-FM'}} | /relatives/0/place/subdivision subdivision-elsewhere
        """)
    void checksRelativesWhoStayedBehind(String relative, String error) {
        assertErrors(RegistrationForm.filled().with("/relatives", "[" + relative + "]"))
                .containsExactlyElementsOf(error.isEmpty() ? List.of() : List.of(error));
    }

    @Test
    void theProfileFollowsFromWhoIsResponsible() {
        String uncle = "[" + ADULT.formatted("other-relative") + "]";

        assertThat(read(child().with("/responsible", uncle)).profilesInForce())
                .containsExactly(Profile.SINGLE_CAREGIVER, Profile.SEPARATED_CHILD);
        assertThat(read(child().with("/responsible", PARENT)).profilesInForce())
                .containsExactly(Profile.SINGLE_CAREGIVER);
        assertThat(read(child().with("/nobodyResponsible", "true")).childAlone())
                .isTrue();
    }

    @Test
    void aTickThatIsContradictedStands() {
        Registration contradicted =
                read(child().with("/responsible", PARENT).with("/profiles", "['unaccompanied-child']"));

        assertThat(contradicted.childAlone()).isTrue();
        assertThat(UnaccompaniedOrSeparated.byStatementOnly(contradicted)).contains(Profile.UNACCOMPANIED_CHILD);
    }

    @Test
    void aTickIsNotContradictedWhereNobodyIsNamed() {
        assertThat(UnaccompaniedOrSeparated.byStatementOnly(read(child().with("/profiles", "['unaccompanied-child']"))))
                .isEmpty();
    }

    private static RegistrationForm child() {
        return RegistrationForm.filled().with("/person/birthDate", "'2012-01-01'");
    }

    private static Registration read(RegistrationForm form) {
        return Json.read(form.json(), Registration.class);
    }

    private static ListAssert<String> assertErrors(RegistrationForm form) {
        return assertThat(
                FamilyRules.broken(read(form), TODAY).stream().map(error -> error.pointer() + " " + error.code()));
    }
}
