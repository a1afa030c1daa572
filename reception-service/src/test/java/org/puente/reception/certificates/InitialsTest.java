package org.puente.reception.certificates;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InitialsTest {
    @ParameterizedTest
    @CsvSource({
        "María Guadalupe, Xol Ñañez, MGXÑ",
        "élida, de la cruz, ÉDLC",
        "Ana, '', A",
        "ʼIxchel, B’alam, IB",
        "'', Kʼicheʼ, K",
        "José 2, (Pérez), JP",
        "a b c d, e f g h, ABCDEF",
        "محمد, علي, مع",
        "𝒜na, Ruiz, 𝒜R"
    })
    void areTheFirstLettersOfTheWords(String given, String family, String initials) {
        assertThat(Initials.of(given, family)).isEqualTo(initials);
    }

    @Test
    void areEmptyWithoutAName() {
        assertThat(Initials.of(null, null)).isEmpty();
    }
}
