package org.puente.referral.dossiers;

import org.puente.contracts.DossierId;

/**
 * What somebody was sent of a person.
 *
 * @param dossier in which it was sealed
 * @param marks as {@link Marks#of} made them; null where that is not known
 */
public record Sent(DossierId dossier, String marks) {}
