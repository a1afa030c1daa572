package org.puente.reception.returns.registering;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.puente.contracts.CaseId;
import org.puente.reception.identity.Candidate;
import org.puente.reception.identity.FoundMatches;

/**
 * Returns that were stored in one transaction.
 *
 * @param all in the order in which they came, without matches
 * @param matches people who may be the same, still to be compared
 */
public record StoredReturns(List<StoredReturn> all, FoundMatches matches) {
    public static final StoredReturns NONE = new StoredReturns(List.of(), FoundMatches.NONE);

    /** The cases of whom there may be something to note for desks, before anybody is compared. */
    public List<UUID> toNote() {
        Set<CaseId> toCompare = matches.toCompare();
        return all.stream()
                .filter(one -> !one.known().near().isEmpty()
                        || toCompare.contains(one.returnCase().id()))
                .map(one -> one.returnCase().id().value())
                .toList();
    }

    /** The returns with the people who may be the same. For hundreds it takes long: on a worker thread. */
    public List<StoredReturn> compared() {
        Map<CaseId, List<Candidate>> found = matches.compare();
        return all.stream()
                .map(one -> one.with(found.getOrDefault(one.returnCase().id(), List.of())))
                .toList();
    }
}
