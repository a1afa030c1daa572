package org.puente.followup.dossiers;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Whether a case's dossier for visits may be held.
 *
 * @param until the last day of a consent that stands, or {@code infinity}; null where none does
 * @param overUpTo what was sealed until then may not be held any more
 */
public record Permission(UUID caseId, String until, Instant overUpTo) {
    private static final String NO_END = "infinity";

    /** Later than anything was sealed, and still an instant that the database knows. */
    private static final Instant EVER = Instant.parse("9999-01-01T00:00:00Z");

    /** A consent stands, and visits may be to come. */
    public static Permission standing(UUID caseId, LocalDate until) {
        return new Permission(caseId, until.equals(LocalDate.MAX) ? NO_END : until.toString(), Instant.EPOCH);
    }

    /**
     * No consent that is known stands. A dossier may come before the consent that it rests on.
     *
     * @param lastSaid when the latest of what is known of consents was said
     */
    public static Permission without(UUID caseId, Instant lastSaid) {
        return new Permission(caseId, null, lastSaid);
    }

    /** Nobody is to visit the person any more. */
    public static Permission none(UUID caseId) {
        return new Permission(caseId, null, EVER);
    }
}
