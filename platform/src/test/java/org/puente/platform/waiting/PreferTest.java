package org.puente.platform.waiting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.List;
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
                "wait=1, wait=2 | 1",
                "note=\"a, b\", wait=3 | 3"
            })
    void readsTheWait(String header, long seconds) {
        assertThat(Prefer.wait(List.of(header))).contains(Duration.ofSeconds(seconds));
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
                "return=minimal",
                "wait=soon, wait=3",
                "note=\"a, wait=3\"",
                "note=\"a\\\", wait=3, b\"",
                ","
            })
    void ignoresWhatIsNoWait(String header) {
        assertThat(Prefer.wait(List.of(header))).isEmpty();
    }

    @Test
    void readsTheWaitInAnyOfSeveralFields() {
        assertThat(Prefer.wait(List.of("respond-async", "handling=lenient, wait=0")))
                .contains(Duration.ZERO);
    }

    @Test
    void ofSeveralWaitsTheFirstCounts() {
        assertThat(Prefer.wait(List.of("wait=2", "wait=0"))).contains(Duration.ofSeconds(2));
    }

    /** As long as the server lets a header be. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a", " ", "\"", "\"\\", "\\\"", "\"\", ",
            })
    void aLongFieldIsReadAtOnce(String repeated) {
        String field = "x" + repeated.repeat(20_000 / repeated.length()) + "y";
        assertThatNoException().isThrownBy(() -> readInTime(field));
        assertThatNoException().isThrownBy(() -> readInTime("wait=" + field));
    }

    /** By the time of the processor: a machine that stands still meanwhile reads no slower. */
    private static void readInTime(String field) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadCpuTime();
        Prefer.wait(List.of(field));
        assertThat(Duration.ofNanos(threads.getCurrentThreadCpuTime() - before)).isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void withoutTheHeaderThereIsNoWait() {
        assertThat(Prefer.wait(List.of())).isEmpty();
    }
}
