package org.puente.followup.dossiers;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Whether a case's dossier for visits may be held.
 *
 * @param until the last day of a consent that stands, or {@code infinity}; null if none stands
 * @param eraseSealedUpTo a dossier sealed at this time or before may not be held any more
 */
public record Permission(UUID caseId, String until, Instant eraseSealedUpTo) {
    private static final String NO_END = "infinity";

    /** Later than any sealing, and still an instant that the database can store. */
    private static final Instant EVER = Instant.parse("9999-01-01T00:00:00Z");

    /** A consent stands, and the case may have more visits. */
    public static Permission standing(UUID caseId, LocalDate until) {
        return new Permission(caseId, until.equals(LocalDate.MAX) ? NO_END : until.toString(), Instant.EPOCH);
    }

    /**
     * No known consent stands. A dossier that is sealed after the last known consent is kept: its
     * own consent may not have arrived yet.
     *
     * @param lastChange time of the latest known fact about a consent
     */
    public static Permission without(UUID caseId, Instant lastChange) {
        return new Permission(caseId, null, lastChange);
    }

    /** No visit is to come any more. */
    public static Permission none(UUID caseId) {
        return new Permission(caseId, null, EVER);
    }
}
