package org.puente.platform.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.puente.contracts.Code;
import org.puente.platform.testing.OddTimes;

class JsonTest {
    static Stream<String> oddTimes() {
        return OddTimes.all()
                .map(time -> URLDecoder.decode(time, StandardCharsets.UTF_8))
                .flatMap(time -> Stream.of("\"" + time + "\"", time))
                .filter(json -> !json.equals("\"9999-12-31\"")); // a consent without an end
    }

    @ParameterizedTest
    @MethodSource("oddTimes")
    void takesNoTimeThatIsNoneOrOutOfBounds(String json) {
        for (Class<?> type : new Class<?>[] {Instant.class, LocalDate.class}) {
            assertThatThrownBy(() -> Json.mapper().readValue(json, type))
                    .as(type.getSimpleName())
                    .isInstanceOf(JsonProcessingException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "1.5", "[8, 0]", "{}", "true", "\"\"", "\"P1000000D\"", "\"-\""})
    void takesNoSpanAndNoTimeOfDayThatIsNotText(String json) {
        for (Class<?> type : new Class<?>[] {Duration.class, LocalTime.class}) {
            assertThatThrownBy(() -> Json.mapper().readValue(json, type))
                    .as(type.getSimpleName())
                    .isInstanceOf(JsonProcessingException.class);
        }
    }

    @Test
    void takesAnInstantWithItsOffset() throws JsonProcessingException {
        assertThat(Json.mapper().readValue("\"2026-01-31T09:00:00-06:00\"", Instant.class))
                .isEqualTo("2026-01-31T15:00:00Z");
    }

    @Test
    void readsWhatAnEarlierReleaseStoredAsTheNearestThatCanBeExpressed() {
        assertThat(Json.read("\"+1000000000-12-31T23:59:59Z\"", Instant.class))
                .isEqualTo("2199-12-31T23:59:59.999999Z");
        assertThat(Json.read("\"-5000-01-01\"", LocalDate.class)).isEqualTo("1900-01-01");
    }

    private record Row(String name, Side side) {}

    /** A stored word, as some rows have one. */
    private enum Side implements Code {
        HERE,
        THERE
    }

    @Test
    void passesOverAFieldThatALaterReleaseStored() {
        assertThat(Json.read("{\"name\": \"a\", \"later\": {\"more\": 1}}", Row.class))
                .isEqualTo(new Row("a", null));
    }

    @Test
    void refusesAFieldThatItDoesNotKnowFromOutside() {
        assertThatThrownBy(() -> Json.mapper().readValue("{\"name\": \"a\", \"later\": 1}", Row.class))
                .isInstanceOf(UnrecognizedPropertyException.class);
    }

    @Test
    void findsNothingInARowWithAWordThatALaterReleaseStored() {
        assertThat(Json.readIfKnown("{\"side\": \"between\"}", Row.class)).isEmpty();
        assertThat(Json.readIfKnown("{\"side\": \"here\"}", Row.class)).contains(new Row(null, Side.HERE));
    }
}
