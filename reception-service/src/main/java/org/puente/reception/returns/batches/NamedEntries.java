package org.puente.reception.returns.batches;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.NotNull;
import java.util.Collection;
import java.util.Map;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.ArrivalId;
import org.puente.contracts.CaseId;
import org.puente.contracts.HouseholdId;
import org.puente.contracts.InstitutionId;
import org.puente.contracts.NodeId;
import org.puente.platform.problems.FieldError;

/** What a batch needs of manifests: the entries that its rows name, and a note of who was registered from them. */
public interface NamedEntries {
    /**
     * What a row says of its entry.
     *
     * @param version of the entry when the client read it
     * @param announcedBy null where the id is enough
     */
    record EntryName(
            @NotNull ArrivalId arrivalId,
            @NotNull Integer entry,
            @NotNull Integer version,
            NodeId announcedBy) {}

    /** One entry, however it was named. */
    record EntryId(NodeId node, ArrivalId arrival, int entry) {}

    /** What stands behind a name. */
    sealed interface Found {}

    /**
     * An entry from which somebody may be registered.
     *
     * @param form the registration as far as it was announced
     * @param household null if alone, or not known any more
     */
    record Free(EntryId id, ObjectNode form, HouseholdId household) implements Found {
        /** Shows nothing of the person. */
        @Override
        public String toString() {
            return "Free[" + id + "]";
        }
    }

    /**
     * An entry from which nobody can be registered.
     *
     * @param why names the member of the row
     * @param caseId who is registered from it; null if nobody is, and once the return is erased
     */
    record NotFree(FieldError why, CaseId caseId) implements Found {}

    /**
     * Entries of arrivals that an institution receives, in the statements that one takes. Without names it takes none.
     *
     * @param locked whether they stay as they are until the transaction ends
     * @return for each of the names
     */
    Uni<Map<EntryName, Found>> find(
            Mutiny.Session session, InstitutionId institution, Collection<EntryName> names, boolean locked);

    /** Notes who was registered from locked entries, and erases the entries: the people stand in their returns now. */
    Uni<Void> registered(Mutiny.Session session, Map<EntryId, CaseId> cases);
}
