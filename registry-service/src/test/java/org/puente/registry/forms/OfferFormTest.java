package org.puente.registry.forms;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.puente.contracts.NodeId;
import org.puente.platform.json.Json;
import org.puente.platform.problems.FieldError;

class OfferFormTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    @Test
    void acceptsAnOfferWithAllFields() throws JsonProcessingException {
        assertThat(faults(Samples.offer())).isEmpty();
    }

    @Test
    void acceptsAnOfferWithTheRequiredFieldsAlone() throws JsonProcessingException {
        ObjectNode offer = Samples.offer();
        offer.retain("name", "level", "dimension", "category", "coverage");
        assertThat(faults(offer)).isEmpty();
    }

    @Test
    void namesAllThatIsMissingAtOnce() throws JsonProcessingException {
        assertThat(faults(Json.mapper().createObjectNode()))
                .extracting(FieldError::pointer)
                .containsExactly("/name", "/level", "/dimension", "/category", "/coverage");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    /name/es                        | "  "               | not-a-name
                    /name/en                        | "a\\nb"            | not-a-name
                    /category                       | "Job Search"       | not-a-slug
                    /coverage                       | []                 | missing
                    /coverage/0                     | "ABC"              | not-an-area
                    /coverage/0                     | "XQ-SS"            | not-an-area
                    /coverage/0                     | "mex"              | not-an-area
                    /languages/0                    | "es"               | not-a-language
                    /languages/1                    | "spa"              | repeated
                    /eligibility/minAge             | -1                 | out-of-range
                    /eligibility/maxAge             | 17                 | below-min-age
                    /eligibility/nationalities/0    | "HN"               | not-a-country
                    /eligibility/maxDaysSinceReturn | 0                  | out-of-range
                    /eligibility/documents/0        | "Constancia"       | not-a-slug
                    /answerWithin/emergency         | "24 h"             | not-a-duration
                    /answerWithin/emergency         | "PT0S"             | not-a-duration
                    /answerWithin/normal            | "P100D"            | not-a-duration
                    /answerWithin/urgent            | "PT1H"             | sooner-than-more-pressing
                    /answerWithin/normal            | null               | missing
                    /schedule/0/closes              | "07:00"            | not-after-opening
                    /schedule/0/days                | []                 | missing
                    /contact/phone                  | "5555 1234"        | not-a-phone
                    /contact/email                  | "desk"             | not-an-email
                    /contact/web                    | "javascript:alert" | not-a-web-page
                    /capacity/maximum               | -1                 | out-of-range
                    /capacity/unit                  | null               | missing
                    /assuredOn                      | "2026-11-23"       | in-the-future
                    """)
    void refuses(String pointer, String value, String code) throws JsonProcessingException {
        assertThat(faults(Samples.with(Samples.offer(), pointer, value)))
                .extracting(FieldError::pointer, FieldError::code)
                .containsExactly(Tuple.tuple(pointer, code));
    }

    private static List<FieldError> faults(JsonNode offer) throws JsonProcessingException {
        return Json.mapper().treeToValue(offer, OfferForm.class).faults(new NodeId("mex"), TODAY);
    }
}
