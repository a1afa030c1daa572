package org.puente.registry.forms;

import java.time.LocalDate;
import java.util.List;
import org.puente.contracts.DirectoryStatus;
import org.puente.platform.problems.FieldError;

/**
 * Whether entries may be used. When the day of withdrawal has come, the entry is withdrawn, even if
 * its status differs. An offer is never more available than its institution.
 */
public final class Availability {
    private Availability() {}

    public static DirectoryStatus on(LocalDate today, EntryForm form) {
        if (hasCome(today, form)) {
            return DirectoryStatus.WITHDRAWN;
        }
        return form.status() == null ? DirectoryStatus.ACTIVE : form.status();
    }

    private static boolean hasCome(LocalDate today, EntryForm form) {
        return form.withdrawOn() != null && !form.withdrawOn().isAfter(today);
    }

    /** The less available of the two. */
    public static DirectoryStatus least(DirectoryStatus one, DirectoryStatus other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    /**
     * A day of withdrawal must be to come if the status isn't withdrawn, and must have come if it
     * is.
     */
    public static List<FieldError> faults(LocalDate today, EntryForm form) {
        boolean withdrawn = form.status() == DirectoryStatus.WITHDRAWN;
        if (form.withdrawOn() == null || withdrawn == hasCome(today, form)) {
            return List.of();
        }
        return List.of(FieldError.of("/withdrawOn", withdrawn ? "withdrawn-before-its-day" : "withdrawal-has-come"));
    }
}
