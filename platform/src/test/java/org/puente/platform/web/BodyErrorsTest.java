package org.puente.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.puente.contracts.Profile;
import org.puente.platform.json.Json;
import org.puente.platform.problems.FieldError;

class BodyErrorsTest {
    record Body(List<String> words, List<Body> parts, Set<Profile> profiles, Map<String, String> texts) {}

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {"words": ["one", null]}                        | /words/1
                    {"words": [null]}                               | /words/0
                    {"parts": [null, {}]}                           | /parts/0
                    {"parts": [{}, {"words": ["one", "two", null]}]} | /parts/1/words/2
                    {"profiles": [null]}                            | /profiles/0
                    """)
    void anElementThatIsNothingIsNamed(String body, String pointer) {
        JsonProcessingException refused = catchThrowableOfType(JsonProcessingException.class, () -> read(body));
        assertThat(BodyErrors.of(refused).errors()).containsExactly(FieldError.of(pointer, "null-element"));
    }

    @Test
    void aListMayBeMissingAndAMapMayBeEmpty() {
        assertThatCode(() -> read("{\"words\": null, \"parts\": [], \"texts\": {\"a\": null}}"))
                .doesNotThrowAnyException();
    }

    private static Body read(String body) throws JsonProcessingException {
        return Json.mapper().readValue(body, Body.class);
    }
}
