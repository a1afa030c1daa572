package org.puente.referral.dossiers;

import org.puente.contracts.DossierId;

/**
 * What a recipient was sent of a person.
 *
 * @param dossier the one in which it was sealed
 * @param marks as {@link ValueMarks#of} made them; null where they are not known
 */
public record SentValues(DossierId dossier, String marks) {}
