package org.puente.reception.arrivals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.puente.contracts.ArrivalId;
import org.puente.contracts.InstitutionId;
import org.puente.contracts.NodeId;
import org.puente.platform.problems.ProblemException;
import org.puente.reception.arrivals.ExpectedArrival.Landing;

class ClosingRulesTest {
    private static final ZoneId GUATEMALA = ZoneId.of("America/Guatemala");

    /** Evening of the 15th in Guatemala. */
    private static final Instant EXPECTED = Instant.parse("2026-01-16T01:00:00Z");

    private static final LocalDate TODAY = LocalDate.parse("2026-01-19");

    @ParameterizedTest
    @CsvSource({"2026-01-12, false", "2026-01-13, true", "2026-01-15, true", "2026-01-17, true", "2026-01-18, false"})
    void theDayIsWithinTwoDaysOfTheExpectedTime(LocalDate day, boolean near) {
        assertThat(ClosingRules.isNear(day, arrival(null), GUATEMALA, TODAY)).isEqualTo(near);
    }

    @Test
    void theDayIsWithinTwoDaysOfTheLanding() {
        ExpectedArrival late = arrival(LocalDate.parse("2026-01-17"));

        assertThat(ClosingRules.isNear(LocalDate.parse("2026-01-19"), late, GUATEMALA, TODAY))
                .isTrue();
        assertThat(ClosingRules.isNear(LocalDate.parse("2026-01-19"), late, GUATEMALA, TODAY.minusDays(1)))
                .isFalse();
    }

    @Test
    void isOfTheDayOfItsLandingAndOfTodayAtTheLatest() {
        assertThat(ClosingRules.day(arrival(LocalDate.parse("2026-01-16")), GUATEMALA, TODAY))
                .isEqualTo("2026-01-16");
        assertThat(ClosingRules.day(arrival(null), GUATEMALA, TODAY)).isEqualTo("2026-01-15");
        assertThat(ClosingRules.day(arrival(null), GUATEMALA, LocalDate.parse("2026-01-14")))
                .isEqualTo("2026-01-14");
    }

    @Test
    void isNotClosedWhilePartsAreMissingUnlessThatIsSaid() {
        assertThatThrownBy(() -> ClosingRules.mustBePossible(arrival(null), true, false, EXPECTED))
                .isInstanceOf(ProblemException.class);
        assertThatCode(() -> ClosingRules.mustBePossible(arrival(null), true, true, EXPECTED))
                .doesNotThrowAnyException();
    }

    /** One of two parts is here. */
    private static ExpectedArrival arrival(LocalDate landedOn) {
        return new ExpectedArrival(
                new ExpectedArrival.Key(new NodeId("mex"), new ArrivalId(UUID.randomUUID())),
                new InstitutionId("mex-inm"),
                new InstitutionId("gtm-igm"),
                1,
                2,
                Set.of(1),
                ArrivalForm.to("gtm-fag").people(1).request().announcement(),
                null,
                null,
                landedOn == null ? null : new Landing(EXPECTED, landedOn),
                EXPECTED,
                null);
    }
}
