package org.puente.reception.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.puente.contracts.Sex;

/** Names as people have them. */
class NamesTest {

    @ParameterizedTest
    @CsvSource({
        "Ixq'uic, Ajq'ij, Ixq’uic, Ajqʼij",
        "Ixq'uic, Ajq'ij, Ixqꞌuic, Ajqꞌij",
        "Ixq'uic, Ajq'ij, Ixquic, Ajqij",
        "B'alam, Tz'utujil, Balam, Sutujil",
        "Juana, de la Cruz, Juana, Delacruz",
        "Juana, de la Cruz, Juana, De Lacruz",
        "Santa María, Reyes, Santamaría, Reyes",
        "Ma. Elena, Cruz Paz, María Elena, Cruz Paz",
        "Fco., Cruz Paz, Francisco, Cruz Paz",
        "Xiomara, Velásquez, Siomara, Belasques",
        "Yolanda, Castellanos, Llolanda, Casteyanos",
        "Ximena, Muñoz, Jimena, Munoz",
        "José, López Pérez García Ruiz, José, López Pérez",
        "Guillermo, Quiroz, Gillermo, Kiros",
    })
    void aNameIsTheSameHoweverItIsWritten(String given, String family, String otherGiven, String otherFamily) {
        assertThat(names(given, family).alike(names(otherGiven, otherFamily))).isTrue();
        assertThat(names(otherGiven, otherFamily).alike(names(given, family))).isTrue();
    }

    @Test
    void theOnlyNameMayStandInEitherField() {
        assertThat(names("Sukarno", null).compare(names(null, "Sukarno")).inOrder())
                .isTrue();
    }

    @Test
    void theOnlyNameOfOneIsNotOneOfManyNamesOfAnother() {
        assertThat(names("María", null).alike(names("María", "López Pérez"))).isFalse();
    }

    @Test
    void nobodyIsAlikeToAPersonWithoutNames() {
        assertThat(names(null, null).alike(names("María", "López"))).isFalse();
        assertThat(names(null, null).alike(names(null, null))).isFalse();
        assertThat(names(null, null).none()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"María Muñoz", "Ixqʼuic Ajqʼij", "Zoë Ångström", "İpek Ğül", "Nguyễn Thị"})
    void composedAndDecomposedLettersAreTheSame(String name) {
        assertThat(names(Normalizer.normalize(name, Normalizer.Form.NFD), null).written())
                .isEqualTo(names(Normalizer.normalize(name, Normalizer.Form.NFC), null)
                        .written());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Mar\u00adía", "Mar\u200bía", "Mar\u200día", "\u202eMaría", "María\u2060", "\ufeffMaría"})
    void whatNoEyeSeesIsNoPartOfAName(String name) {
        assertThat(names(name, null).written()).containsExactly("MARIA");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Mаriа", "Μaria", "ΜАRІА", "МАRIA"})
    void aLetterOfAnotherKeyboardHidesNobody(String name) {
        assertThat(names(name, null).written()).containsExactly("MARIA");
    }

    @ParameterizedTest
    @ValueSource(strings = {"محمد علي", "李小龍", "Дмитрий", "ᱥᱟᱱᱛᱟᱲ", "'", "ʼ", "123", "\u200b", "…", "𝕄𝕒𝕣𝕚𝕒"})
    void noNameFails(String name) {
        Names names = names(name, name);

        assertThat(names.compare(names).missed()).isBetween(0, names.words().size() + 1);
    }

    @Test
    void veryLongNamesAreComparedInTheTimeOfOthers() {
        String longest = "ab ".repeat(33) + "x";

        assertThat(names(longest, longest).alike(names(longest, longest))).isTrue();
    }

    @Test
    void saysWhatOfTwoNamesFits() {
        Names.Fit fit = names("María José", "López Hernández").compare(names("Maria", "Lopes Hernandes Ruiz"));

        assertThat(fit.missed()).isEqualTo(1); // José is not among the others' names, and Ruiz not among these
        assertThat(fit.same()).isEqualTo(1);
        assertThat(fit.sounding()).isEqualTo(2);
    }

    private static Names names(String given, String family) {
        return Names.of(new Identity(given, family, null, 1988, 1990, Sex.FEMALE));
    }
}
