package org.puente.reception.identity;

import java.util.Base64;
import java.util.SortedSet;
import java.util.UUID;
import org.puente.contracts.CaseId;

/**
 * What matching stores of a case. It is made without the database, and takes the processor longest.
 *
 * @param tags by which it is found
 * @param sealed what is compared, in Base64
 */
public record MatchRecord(CaseId caseId, Features features, SortedSet<Long> tags, String sealed) {
    static MatchRecord of(MatchKeys keys, CaseId caseId, Features features) {
        UUID id = caseId.value();
        return new MatchRecord(
                caseId,
                features,
                MatchTags.of(features, keys::tag),
                Base64.getEncoder().encodeToString(keys.seal(id, features)));
    }

    @Override
    public String toString() {
        return "MatchRecord[" + caseId + "]";
    }
}
