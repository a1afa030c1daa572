package org.puente.reception.identity;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.puente.contracts.CaseId;
import org.puente.contracts.InstitutionId;

/** What was found of many people, still to be compared: that takes the processor, and so it is done on a worker thread. */
public final class FoundMatches {
    public static final FoundMatches NONE = new FoundMatches(null, List.of(), null);

    private final MatchRows rows;
    private final List<Object[]> found;
    private final InstitutionId institution;

    FoundMatches(MatchRows rows, List<Object[]> found, InstitutionId institution) {
        this.rows = rows;
        this.found = found;
        this.institution = institution;
    }

    /** The cases that there is somebody to compare with: {@link #compare} has no others. It takes little. */
    public Set<CaseId> toCompare() {
        return rows == null ? Set.of() : rows.toCompare(found);
    }

    /** Those that may be of the same person, by case, the most likely first; no entry for cases without any. */
    public Map<CaseId, List<Candidate>> compare() {
        return rows == null ? Map.of() : rows.candidates(found, institution);
    }
}
