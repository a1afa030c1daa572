package org.puente.reception.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The working days of this node. */
@ApplicationScoped
public class OfficeCalendar {
    private final WorkingDays days;

    OfficeCalendar(@ConfigProperty(name = "puente.policy.holidays") Optional<List<String>> holidays) {
        days = WorkingDays.of(holidays.orElse(List.of()));
    }

    /** As {@link WorkingDays#after}. */
    public LocalDate after(LocalDate event, int workingDays) {
        return days.after(event, workingDays);
    }
}
