package org.puente.referral.issuing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.puente.platform.json.Json;

/** What a person is read before a referral is sealed. */
class FieldTextTest {
    private static final Locale SPANISH = Locale.of("es");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        sex         | "F"                                          | Mujer
        nationality | "HND"                                        | Honduras
        languages   | ["spa", "mam"]                               | español, mam
        skills      | ["entrepreneurship"]                         | Emprendimiento
        documents   | [{"kind": "dui", "number": "04567890-1"}]    | Tipo: DUI (El Salvador), Número: 04567890-1
        needs       | [{"dimension": "social", "category": "one-stop-desk", "urgency": "normal"}, \
{"dimension": "social", "category": "health", "urgency": "urgent"}] | Dimensión: Social, Categoría: Ventanilla única, \
Urgencia: Normal; Dimensión: Social, Categoría: Salud, Urgencia: Urgente
        destination | {"country": "HND", "subdivision": "HN-FM", "municipality": null} \
| País: Honduras, Departamento o estado: Francisco Morazán
        """)
    void labelsStandInThePlaceOfCodes(String field, String value, String text) {
        assertThat(FieldText.of(field, json(value), SPANISH)).contains(text);
    }

    @Test
    void theTextIsInTheReadersLanguage() {
        assertThat(FieldText.of("sex", json("\"F\""), Locale.ENGLISH)).contains("Female");
    }

    /** Its value is its text. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        givenNames | "F"
        birthDate  | "1990-04-01"
        phones     | ["+50499990000"]
        ageYears   | 34
        household  | {"size": 1}
        profiles   | []
        restricted | {"health": "one-stop-desk"}
        """)
    void whatHasNoCodeHasNoText(String field, String value) {
        assertThat(FieldText.of(field, json(value), SPANISH)).isEmpty();
    }

    private static JsonNode json(String text) {
        return Json.read(text, JsonNode.class);
    }
}
