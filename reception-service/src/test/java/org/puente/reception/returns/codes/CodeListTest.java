package org.puente.reception.returns.codes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.puente.platform.text.Label;

class CodeListTest {
    private static final Locale SPANISH = Locale.of("es");

    /** Mam is mam in Spanish. */
    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "LANGUAGE")
    void eachCodeHasALabelInBothLanguages(CodeList list) {
        for (String code : list.codes()) {
            assertThat(list.label(code, SPANISH)).as(code).isNotBlank().isNotEqualTo(code);
            assertThat(list.label(code, Locale.ENGLISH)).as(code).isNotBlank().isNotEqualTo(code);
        }
    }

    /** The directory's: a desk finds an offer under the name that the form has. */
    @Test
    void aCategoryHasTheNameThatTheDirectoryGivesIt() {
        assertThat(CodeList.CATEGORY.label("one-stop-desk", SPANISH)).isEqualTo("Ventanilla única");
        assertThat(CodeList.CATEGORY.codes())
                .allSatisfy(code -> assertThat(CodeList.CATEGORY.label(code, SPANISH))
                        .isEqualTo(Label.of(Label.Kind.CATEGORY, code).in(SPANISH)));
    }

    @Test
    void eachLanguageIsNamed() {
        assertThat(CodeList.LANGUAGE.codes().stream().map(code -> CodeList.LANGUAGE.label(code, Locale.ENGLISH)))
                .allMatch(label -> label.length() > 2 && !label.matches("[a-z]{3}"));
    }

    /** A form has a drop-down for each field that takes codes: of an arrival, a match, a certificate, a request, too. */
    @ParameterizedTest
    @CsvSource({
        "arrival-need, wheelchair, Silla de ruedas",
        "age-group, 60+, 60 años o más",
        "match-decision, not-the-same, No es la misma persona",
        "revocation-reason, stolen, Fue robada",
        "data-request-kind, erasure, Supresión: que se borren los datos",
        "data-request-outcome, partly-granted, Concedida en parte",
        "complaint-outcome, not-competent, Decide otra autoridad",
    })
    void eachFormOfReceptionHasItsList(String list, String code, String label) {
        CodeList found = Stream.of(CodeList.values())
                .filter(one -> one.slug().equals(list))
                .findFirst()
                .orElseThrow();

        assertThat(found.codes()).contains(code);
        assertThat(found.label(code, SPANISH)).isEqualTo(label);
    }

    @ParameterizedTest
    @EnumSource
    void noTwoCodesOfAListHaveOneLabel(CodeList list) {
        assertThat(list.codes().stream().map(code -> list.label(code, SPANISH))).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "RECEPTION_POINT")
    void theLabelsAreWordsOfTheLanguage(CodeList list) {
        assertThat(list.codes())
                .anySatisfy(
                        code -> assertThat(list.label(code, SPANISH)).isNotEqualTo(list.label(code, Locale.ENGLISH)));
    }
}
