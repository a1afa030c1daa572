package org.puente.contracts;

import java.util.UUID;

/** One return of one person, and all that follows from it. */
public record CaseId(UUID value) implements UuidId {
    public CaseId {
        Require.present("caseId", value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
