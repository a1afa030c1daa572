package org.puente.reception.returns;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.puente.platform.json.Json;
import org.puente.reception.RegistrationForm;

class DangerRulesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        {'ways': ['call'], 'from': '08:00', 'to': '12:30'}  | ``
        {'ways': ['message'], 'from': '22:00', 'to': '05:00'} | ``
        {'ways': ['in-person', 'through-relative'], 'language': 'mam', 'note': 'Preguntar por Ana'} | ``
        {'ways': ['call'], 'from': '08:00'}                 | /person/safeContact/to safe-hours-incomplete
        {'ways': ['call'], 'to': '08:00'}                   | /person/safeContact/from safe-hours-incomplete
        {'ways': ['call'], 'from': '08:00', 'to': '08:00'}  | /person/safeContact/to safe-hours-empty
        """)
    void checksTheSafeHours(String contact, String error) {
        assertErrors(RegistrationForm.filled().with("/person/safeContact", contact), error);
    }

    @ParameterizedTest
    @CsvSource({"call", "message"})
    void aWayThatNeedsAPhoneNeedsOne(String way) {
        assertErrors(
                RegistrationForm.filled()
                        .with("/person/phones", "[]")
                        .with("/person/safeContact", "{'ways': ['through-relative', '" + way + "']}"),
                "/person/safeContact/ways safe-way-without-phone");
    }

    @Test
    void aWayWithoutPhoneNeedsNone() {
        assertErrors(
                RegistrationForm.filled()
                        .with("/person/phones", "[]")
                        .with("/person/safeContact", "{'ways': ['through-institution']}"),
                "");
    }

    @Test
    void aPlaceOfDangerExists() {
        assertErrors(
                RegistrationForm.filled()
                        .with(
                                "/restricted",
                                "{'dangerPlaces': [{'country': 'HND'}, {'country': 'HND', 'subdivision': 'GT-01'}]}"),
                "/restricted/dangerPlaces/1/subdivision subdivision-elsewhere");
    }

    @Test
    void whoIsInDangerSomewhereGoesToAPlaceThatNoFactNames() {
        RegistrationForm form = RegistrationForm.filled().with("/restricted", "{'dangerPlaces': [{'country': 'HND'}]}");

        assertThat(read(form).unsafeDestination()).isTrue();
        assertThat(read(form.with("/restricted/unsafeDestination", "false")).unsafeDestination())
                .isFalse();
    }

    private static Registration read(RegistrationForm form) {
        return Json.read(form.json(), Registration.class);
    }

    private static void assertErrors(RegistrationForm form, String error) {
        assertThat(DangerRules.broken(read(form)).stream().map(broken -> broken.pointer() + " " + broken.code()))
                .containsExactlyElementsOf(error.isEmpty() ? List.of() : List.of(error));
    }
}
