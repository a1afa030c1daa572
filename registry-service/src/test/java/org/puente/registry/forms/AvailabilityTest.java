package org.puente.registry.forms;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.puente.contracts.DirectoryStatus;
import org.puente.platform.json.Json;
import org.puente.platform.problems.FieldError;

class AvailabilityTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    @ParameterizedTest
    @CsvSource({
        ",            , ACTIVE",
        "active,      , ACTIVE",
        "paused,      , PAUSED",
        "withdrawn,   , WITHDRAWN",
        "active, 2026-11-23, ACTIVE",
        "active, 2026-11-22, WITHDRAWN",
        "paused, 2026-11-23, PAUSED",
        "paused, 2026-11-21, WITHDRAWN",
        "withdrawn, 2026-11-21, WITHDRAWN",
    })
    void withdrawsFromTheDayThatIsWritten(String status, String day, DirectoryStatus inForce)
            throws JsonProcessingException {
        assertThat(Availability.on(TODAY, form(status, day))).isEqualTo(inForce);
    }

    @ParameterizedTest
    @CsvSource({
        "withdrawn, 2026-11-23, withdrawn-before-its-day",
        "active,    2026-11-22, withdrawal-has-come",
        "paused,    2026-11-21, withdrawal-has-come",
    })
    void refusesADayThatContradictsTheStatus(String status, String day, String code) throws JsonProcessingException {
        assertThat(Availability.faults(TODAY, form(status, day)))
                .extracting(FieldError::pointer, FieldError::code)
                .containsExactly(Tuple.tuple("/withdrawOn", code));
    }

    @ParameterizedTest
    @CsvSource({
        "withdrawn, 2026-11-22",
        "withdrawn, 2020-01-01",
        "withdrawn, ",
        "active,    2026-11-23",
        "active,    ",
    })
    void acceptsAWithdrawalToComeAndOneThatHasCome(String status, String day) throws JsonProcessingException {
        assertThat(Availability.faults(TODAY, form(status, day))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "ACTIVE, ACTIVE, ACTIVE",
        "ACTIVE, PAUSED, PAUSED",
        "PAUSED, ACTIVE, PAUSED",
        "PAUSED, WITHDRAWN, WITHDRAWN",
    })
    void takesTheLessAvailableOfOfferAndInstitution(DirectoryStatus one, DirectoryStatus other, DirectoryStatus least) {
        assertThat(Availability.least(one, other)).isEqualTo(least);
    }

    private static OfferForm form(String status, String day) throws JsonProcessingException {
        ObjectNode offer = Samples.offer();
        offer.put("status", status);
        offer.put("withdrawOn", day);
        return Json.mapper().treeToValue(offer, OfferForm.class);
    }
}
