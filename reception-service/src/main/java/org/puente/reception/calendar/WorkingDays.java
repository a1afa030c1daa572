package org.puente.reception.calendar;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;

/**
 * Working days: Monday to Friday, without the public holidays that the node's operators have named.
 *
 * @param eachYear holidays that fall on the same date each year
 * @param once holidays of one year, such as those of Easter
 */
public record WorkingDays(Set<MonthDay> eachYear, Set<LocalDate> once) {
    private static final Set<DayOfWeek> WEEKEND = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    /** So that a setting that names every day of the year as a holiday fails instead of searching for ever. */
    private static final int SEARCHED = 3660;

    public WorkingDays {
        eachYear = Set.copyOf(eachYear);
        once = Set.copyOf(once);
    }

    /**
     * @param holidays {@code 09-15} for each year, {@code 2027-03-25} for one
     * @throws IllegalArgumentException if a text is neither
     */
    public static WorkingDays of(Collection<String> holidays) {
        Set<MonthDay> eachYear = new HashSet<>();
        Set<LocalDate> once = new HashSet<>();
        for (String holiday : holidays) {
            try {
                if (holiday.length() == "MM-dd".length()) {
                    eachYear.add(MonthDay.parse("--" + holiday));
                } else {
                    once.add(LocalDate.parse(holiday));
                }
            } catch (DateTimeException e) {
                throw new IllegalArgumentException(holiday + " is neither MM-dd nor yyyy-MM-dd", e);
            }
        }
        return new WorkingDays(eachYear, once);
    }

    public boolean includes(LocalDate day) {
        return !WEEKEND.contains(day.getDayOfWeek()) && !eachYear.contains(MonthDay.from(day)) && !once.contains(day);
    }

    /**
     * The last day of a time that begins on the day after an event.
     *
     * @param event the day of the event, which is not counted
     * @param days working days, at least one
     * @throws IllegalStateException if there are not so many in the next ten years
     */
    public LocalDate after(LocalDate event, int days) {
        return event.plusDays(1)
                .datesUntil(event.plusDays(SEARCHED))
                .filter(this::includes)
                .skip(days - 1L)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the holidays leave no working day"));
    }
}
