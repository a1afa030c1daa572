package org.puente.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MediaRangesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "*/*|application/json",
                "text/csv|text/csv",
                "TEXT/CSV|text/csv",
                "text/html, text/csv;q=0.1|text/csv",
                "text/csv;q=0.5, application/json|application/json",
                "application/*;q=0.2, text/*|text/csv",
                "*/*, application/json;q=0|text/csv",
                "text/html, image/gif, image/jpeg, *; q=.2, */*; q=.2|application/json",
                "application/json;charset=utf-8, , |application/json",
                "application/json; a=\"x, y;q=0\"|application/json",
            })
    void choosesWhatIsLikedBest(String accept, String best) {
        assertThat(MediaRanges.best(accept, "application/json", "text/csv")).hasValue(best);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "application/json;q=0", "*/*;q=0", "*/*, text/*;q=0, application/*;q=0.000"})
    void choosesNothingOfWhatIsNotAccepted(String accept) {
        assertThat(MediaRanges.best(accept, "application/json", "text/csv")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "foo",
                "*/*/",
                "*/json",
                "/",
                ";",
                "a/",
                "/b",
                "a/b;q=2",
                "a/b;q=x",
                "a/b;q=",
                "a/b;q=.",
                "a/b c/d",
                "a/b;=",
                "\u00e9/x",
                "a/b;x=\"",
                "a/b;q=0.1234"
            })
    void readsNoHeaderThatIsNone(String accept) {
        assertThat(MediaRanges.parse(accept)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ",", " , "})
    void anEmptyHeaderAcceptsAll(String accept) {
        assertThat(MediaRanges.parse(accept)).hasValue(MediaRanges.ALL);
    }

    @Test
    void aHeaderOfAnyLengthIsReadAtOnce() {
        assertThat(MediaRanges.parse("a/b;x=\"" + "\\a".repeat(4000))).isEmpty();
        assertThat(MediaRanges.parse("a/b;c=d,".repeat(1000))).isPresent();
    }
}
