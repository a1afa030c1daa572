package org.puente.reception.complaints;

import java.util.List;
import java.util.Optional;
import org.puente.contracts.InstitutionId;

/**
 * Who is told of a complaint: the first institution of the node's list that is neither complained
 * about nor the desk of the case, which the complaint may turn out to be about. Nobody else ever is.
 */
final class RecipientPolicy {
    private RecipientPolicy() {}

    /**
     * @param able institutions of this node that take complaints, in the order of the setting
     * @return empty where none of them is independent
     */
    static Optional<InstitutionId> choose(List<InstitutionId> able, InstitutionId about, InstitutionId desk) {
        return able.stream()
                .filter(one -> !one.equals(about) && !one.equals(desk))
                .findFirst();
    }
}
