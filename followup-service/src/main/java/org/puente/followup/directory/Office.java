package org.puente.followup.directory;

import java.util.Set;
import org.puente.contracts.InstitutionId;

/**
 * An institution of this node that follows people up.
 *
 * @param areas the areas of its offers: ISO 3166-1 alpha-3 or ISO 3166-2
 */
public record Office(InstitutionId institution, Set<String> areas) {
    public Office {
        areas = Set.copyOf(areas);
    }
}
