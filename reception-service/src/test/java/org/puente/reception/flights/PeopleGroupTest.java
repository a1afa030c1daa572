package org.puente.reception.flights;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.puente.contracts.CaseId;

class PeopleGroupTest {
    private static final Flight FLIGHT = new Flight("gtm-fag", LocalDate.of(2026, 11, 27), "WQ-1501");
    private static final CaseId ANA = new CaseId(UUID.randomUUID());
    private static final CaseId BEA = new CaseId(UUID.randomUUID());

    @Test
    void isTheFlightOrTheListedCases() {
        assertThat(new PeopleGroup(FLIGHT, null, List.of(ANA)).errors()).isEmpty();
        assertThat(new PeopleGroup(null, List.of(ANA, BEA), null).errors()).isEmpty();
    }

    @Test
    void isNotNobody() {
        assertThat(new PeopleGroup(null, null, null).errors())
                .extracting(error -> error.pointer() + " " + error.code())
                .containsExactly(" flight-or-cases");
    }

    @Test
    void isNotBothAFlightAndCases() {
        assertThat(new PeopleGroup(FLIGHT, List.of(ANA), null).errors())
                .extracting(error -> error.pointer() + " " + error.code())
                .containsExactly("/cases flight-or-cases");
    }

    @Test
    void listedCasesHaveNoExceptions() {
        assertThat(new PeopleGroup(null, List.of(ANA), List.of(BEA)).errors())
                .extracting(error -> error.pointer() + " " + error.code())
                .containsExactly("/except except-of-flight");
    }

    @Test
    void namesNobodyTwice() {
        assertThat(new PeopleGroup(null, List.of(ANA, BEA, ANA), null).errors())
                .extracting(error -> error.pointer() + " " + error.code())
                .containsExactly("/cases/2 stands-twice");
        assertThat(new PeopleGroup(FLIGHT, null, List.of(ANA, ANA)).errors())
                .extracting(error -> error.pointer() + " " + error.code())
                .containsExactly("/except/1 stands-twice");
    }
}
