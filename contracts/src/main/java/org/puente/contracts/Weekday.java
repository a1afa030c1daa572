package org.puente.contracts;

import java.time.DayOfWeek;

/** A day of the week; the codes are those of RFC 5545 section 3.3.10, which HSDS uses too. */
public enum Weekday implements Code {
    MONDAY,
    TUESDAY,
    WEDNESDAY,
    THURSDAY,
    FRIDAY,
    SATURDAY,
    SUNDAY;

    @Override
    public String code() {
        return name().substring(0, 2);
    }

    public DayOfWeek day() {
        return DayOfWeek.valueOf(name());
    }
}
