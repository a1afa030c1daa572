package org.puente.platform.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {
    private static final String NAME = "Mar\u00eda Jos\u00e9";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Mari\u0301a Jose\u0301",
                "Mar\u200b\u00eda Jos\u00e9",
                "Mar\u00ad\u00eda Jos\u00e9",
                "Mar\u200d\u00eda\u200c Jos\u00e9",
                "\ufeffMar\u00eda Jos\u00e9",
                "\u202eMar\u00eda\u202c Jos\u00e9",
                "\u2066Mar\u00eda\u2069 Jos\u00e9",
                "Mar\u2060\u00eda Jos\u00e9",
                "Mari\u034f\u0301a Jos\u00e9",
                "Mar\u00eda\ufe0f Jos\u00e9",
                "Mar\u3164\u00eda Jos\u00e9",
                "Mar\u00eda\u00a0Jos\u00e9",
                "Mar\u00eda\u202f\u2009Jos\u00e9",
                "  Mar\u00eda   Jos\u00e9\u3000"
            })
    void whatLooksTheSameIsTheSame(String text) {
        assertThat(PlainText.of(text)).isEqualTo(NAME);
        assertThat(PlainText.folded(text)).isEqualTo("maria jose");
    }

    @ParameterizedTest
    @ValueSource(strings = {"D'Angelo", "D\u2019Angelo", "D\u02bcAngelo", "D\u00b4Angelo", "D`Angelo"})
    void anApostropheIsComparedAsOneHoweverItIsTyped(String text) {
        assertThat(PlainText.folded(text)).isEqualTo("d'angelo");
    }

    @Test
    void fullWidthIsComparedAsPlain() {
        assertThat(PlainText.folded("\uff21\uff11\uff12")).isEqualTo("a12");
    }

    @Test
    void keepsHowANameIsWritten() {
        assertThat(PlainText.of("\u00d1u\u00f1ez D\u2019Angelo")).isEqualTo("\u00d1u\u00f1ez D\u2019Angelo");
    }

    @Test
    void leavesControlCharactersToBeRefused() {
        assertThat(PlainText.of("Ana\tPaz\u0007")).isEqualTo("Ana\tPaz\u0007");
    }
}
