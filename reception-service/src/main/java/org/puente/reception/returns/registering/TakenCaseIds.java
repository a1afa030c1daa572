package org.puente.reception.returns.registering;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.CaseId;
import org.puente.reception.returns.Returns;
import org.puente.reception.returns.retention.ErasedCaseIds;

/** The ids that a client may not give to a new return: a return has them, or had them until it was erased. */
@ApplicationScoped
public class TakenCaseIds {
    private final Returns returns;
    private final ErasedCaseIds erased;

    TakenCaseIds(Returns returns, ErasedCaseIds erased) {
        this.returns = returns;
        this.erased = erased;
    }

    /**
     * Those of the ids that are taken, whosever the return is. No statement where there are none. The marks come last:
     * a return that is erased between the two statements has its mark by then.
     */
    public Uni<Set<CaseId>> among(Mutiny.Session session, Collection<CaseId> ids) {
        return returns.taken(session, ids)
                .chain(standing -> erased.among(session, ids)
                        .map(gone ->
                                Stream.of(standing, gone).flatMap(Set::stream).collect(Collectors.toSet())));
    }
}
