package org.puente.reception.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class StatusCodeTest {
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private final StatusCode code = StatusCode.random(new SecureRandom());

    @Test
    void isPrintedInFourGroupsOfFourWithoutSymbolsThatLookAlike() {
        assertThat(code.text()).matches("([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}");
    }

    @Test
    void isAnotherEachTime() {
        SecureRandom random = new SecureRandom();
        Set<StatusCode> codes = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            codes.add(StatusCode.random(random));
        }

        assertThat(codes).hasSize(10_000);
    }

    @Test
    void isReadAsItIsPrinted() {
        assertThat(StatusCode.read(code.text())).contains(code);
    }

    @Test
    void isReadInSmallLettersWithSpacesOrNothingBetween() {
        assertThat(StatusCode.read(" " + code.text().toLowerCase().replace('-', ' ')))
                .contains(code);
        assertThat(StatusCode.read(code.symbols())).contains(code);
    }

    @Test
    void isReadHoweverItWasPasted() {
        String text = code.text();
        assertThat(StatusCode.read("\ufeff" + text.replace("-", "\u00a0"))).contains(code);
        assertThat(StatusCode.read(text.replace("-", "\u200b\u2011\u00ad"))).contains(code);
        assertThat(StatusCode.read("\u2066" + text.replace('-', '\u2212') + "\u2069"))
                .contains(code);
        assertThat(StatusCode.read(text.replace('0', '\uff10').replace('A', '\uff21')))
                .contains(code);
    }

    @Test
    void takesLettersThatLookLikeDigitsForThem() {
        assertThat(StatusCode.read("OOOO-0000-0000-000o")).contains(new StatusCode("0000000000000000"));
        assertThat(StatusCode.read(code.text().replace('1', 'I').replace('0', 'O')))
                .contains(code);
        assertThat(StatusCode.read(code.text().replace('1', 'l'))).contains(code);
    }

    @RepeatedTest(20)
    void findsEverySingleWrongSymbol() {
        for (int i = 0; i < 16; i++) {
            for (char other : ALPHABET.toCharArray()) {
                StringBuilder typed = new StringBuilder(code.symbols());
                typed.setCharAt(i, other);

                assertThat(StatusCode.read(typed.toString()).isPresent())
                        .as("%s at %d", other, i)
                        .isEqualTo(other == code.symbols().charAt(i));
            }
        }
    }

    @RepeatedTest(20)
    void findsAnyTwoSymbolsThatChangedPlaces() {
        for (int i = 0; i < 16; i++) {
            for (int j = i + 1; j < 16; j++) {
                char one = code.symbols().charAt(i);
                char two = code.symbols().charAt(j);
                StringBuilder typed = new StringBuilder(code.symbols());
                typed.setCharAt(i, two);
                typed.setCharAt(j, one);

                assertThat(StatusCode.read(typed.toString()).isPresent()).isEqualTo(one == two);
            }
        }
    }

    @Test
    void refusesWhatIsTooShortTooLongOrOfOtherSymbols() {
        assertThat(StatusCode.read(null)).isEmpty();
        assertThat(StatusCode.read("")).isEmpty();
        assertThat(StatusCode.read("000000000000000")).isEmpty();
        assertThat(StatusCode.read("00000000000000000")).isEmpty();
        assertThat(StatusCode.read("000000000000000U")).isEmpty();
        assertThat(StatusCode.read("000000000000000ñ")).isEmpty();
    }

    @Test
    void printsNothingOfItself() {
        assertThat(code.toString()).doesNotContain(code.symbols());
    }
}
