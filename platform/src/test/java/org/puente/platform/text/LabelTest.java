package org.puente.platform.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.puente.contracts.DossierField;
import org.puente.contracts.Profile;
import org.puente.contracts.Sex;
import org.puente.platform.text.Label.Kind;
import org.puente.platform.web.Texts;

class LabelTest {
    private static final Locale SPANISH = Locale.of("es");

    @ParameterizedTest
    @CsvSource({
        "CATEGORY, one-stop-desk, One-stop desk, Ventanilla única",
        "AREA, GTM, Guatemala, Guatemala",
        "AREA, USA, United States, Estados Unidos",
        "AREA, HN-FM, Francisco Morazán, Francisco Morazán",
        "LANGUAGE, spa, Spanish, español",
        "LANGUAGE, kek, Q'eqchi', q'eqchi'",
        "DOCUMENT, passport, passport, pasaporte",
    })
    void wordsAreOfTheLanguage(Kind kind, String code, String english, String spanish) {
        assertThat(Label.of(kind, code).in(Locale.ENGLISH)).isEqualTo(english);
        assertThat(Label.of(kind, code).in(SPANISH)).isEqualTo(spanish);
    }

    @ParameterizedTest
    @CsvSource({
        "CATEGORY, sewing-circle, sewing circle",
        "AREA, XXA, XXA",
        "AREA, PA-4, PA-4",
        "LANGUAGE, zzz, zzz",
    })
    void aCodeWithoutWordsStandsForItself(Kind kind, String code, String words) {
        assertThat(Label.of(kind, code).in(SPANISH)).isEqualTo(words);
    }

    @ParameterizedTest
    @EnumSource(Profile.class)
    void eachProfileHasWords(Profile profile) {
        assertThat(Label.of(Kind.PROFILE, profile.code()).in(SPANISH)).isNotEqualTo(profile.code());
    }

    @ParameterizedTest
    @EnumSource(Sex.class)
    void eachSexHasWords(Sex sex) {
        assertThat(Label.of(Kind.SEX, sex.code()).in(SPANISH)).isNotEqualTo(sex.code());
    }

    @ParameterizedTest
    @EnumSource(DossierField.class)
    void eachFieldOfADossierHasWords(DossierField field) {
        String key = "field-" + field.code();
        assertThat(Texts.of(Locale.ENGLISH, key)).isNotEqualTo(key);
        assertThat(Texts.of(SPANISH, key)).isNotEqualTo(key);
    }

    @Test
    void severalCodesAreAList() {
        assertThat(new Label(Kind.AREA, List.of("HND", "SV-SS")).in(SPANISH)).isEqualTo("Honduras, San Salvador");
    }
}
