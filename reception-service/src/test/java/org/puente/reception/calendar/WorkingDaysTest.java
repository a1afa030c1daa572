package org.puente.reception.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class WorkingDaysTest {
    private static final WorkingDays WEEKDAYS = WorkingDays.of(List.of());
    private static final LocalDate FRIDAY = LocalDate.of(2026, 9, 11);

    @Test
    void doesNotCountTheDayOfTheEvent() {
        assertThat(WEEKDAYS.after(LocalDate.of(2026, 9, 7), 1)).isEqualTo("2026-09-08");
    }

    @Test
    void leavesOutSaturdayAndSunday() {
        assertThat(WEEKDAYS.after(FRIDAY, 1)).isEqualTo("2026-09-14");
    }

    @Test
    void twentyWorkingDaysAreFourWeeks() {
        assertThat(WEEKDAYS.after(FRIDAY, 20)).isEqualTo("2026-10-09");
    }

    @Test
    void leavesOutAHolidayOfEachYear() {
        WorkingDays days = WorkingDays.of(List.of("09-15"));

        assertThat(days.after(LocalDate.of(2026, 9, 14), 1)).isEqualTo("2026-09-16");
        assertThat(days.after(LocalDate.of(2027, 9, 14), 1)).isEqualTo("2027-09-16");
    }

    @Test
    void leavesOutAHolidayOfOneYear() {
        WorkingDays days = WorkingDays.of(List.of("2027-03-25", "2027-03-26"));

        assertThat(days.after(LocalDate.of(2027, 3, 24), 1)).isEqualTo("2027-03-29");
        assertThat(days.after(LocalDate.of(2026, 3, 24), 1)).isEqualTo("2026-03-25");
    }

    @Test
    void refusesASettingThatIsNoDay() {
        assertThatThrownBy(() -> WorkingDays.of(List.of("15/09")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("15/09");
    }

    @Test
    void failsWhereEveryDayIsAHoliday() {
        WorkingDays none = WorkingDays.of(LocalDate.of(2028, 1, 1)
                .datesUntil(LocalDate.of(2029, 1, 1))
                .map(day -> "%02d-%02d".formatted(day.getMonthValue(), day.getDayOfMonth()))
                .toList());

        assertThatThrownBy(() -> none.after(FRIDAY, 1)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void endsOnTheWorkingDayThatIsTheLastOfAsMany() {
        WorkingDays calendar = WorkingDays.of(List.of("09-15", "12-25", "01-01"));
        for (int start = 0; start < 1500; start += 7) {
            LocalDate event = LocalDate.of(2024, 1, 1).plusDays(start + start % 11);
            for (int days = 1; days <= 30; days++) {
                LocalDate end = calendar.after(event, days);

                assertThat(calendar.includes(end)).isTrue();
                assertThat(event.plusDays(1).datesUntil(end.plusDays(1)).filter(calendar::includes))
                        .hasSize(days);
            }
        }
    }
}
