package org.puente.platform.waiting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The forms are those of RFC 7240, section 2 and section 4.3. */
class PreferTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "wait=0 | 0",
                "wait=10 | 10",
                "Wait = 10 | 10",
                "wait=\"10\" | 10",
                "respond-async, wait=10 | 10",
                "wait=10, respond-async | 10",
                "wait=10; foo=bar, handling=lenient | 10",
                "wait=1, wait=2 | 1"
            })
    void readsTheWait(String header, long seconds) {
        assertThat(Prefer.wait(header)).contains(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "wait",
                "wait=",
                "wait=-1",
                "wait=soon",
                "wait=1.5",
                "awaiting=3",
                "long-wait=3",
                "wait=99999999999999999999",
                "return=minimal"
            })
    void ignoresWhatIsNoWait(String header) {
        assertThat(Prefer.wait(header)).isEmpty();
    }

    @Test
    void withoutTheHeaderThereIsNoWait() {
        assertThat(Prefer.wait(null)).isEmpty();
    }
}
