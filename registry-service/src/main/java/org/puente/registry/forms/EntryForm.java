package org.puente.registry.forms;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.puente.contracts.DirectoryFact;
import org.puente.contracts.DirectoryStatus;
import org.puente.contracts.InstitutionId;
import org.puente.contracts.NodeId;
import org.puente.platform.problems.FieldError;

/** An entry as its editor writes it: each time the whole entry. */
public sealed interface EntryForm permits InstitutionForm, OfferForm {
    /** The present state, which an editor is shown beside the form and may send back; ignored then. */
    String STATUS_FIELD = "standing";

    /**
     * The entry that a form is for.
     *
     * @param id of the institution or offer
     * @param institution the institution that is responsible for the entry
     */
    record Place(NodeId node, String id, InstitutionId institution) {}

    /** Whether the entry may be used; null means active. */
    DirectoryStatus status();

    /**
     * The first day, by the node's calendar, on which the entry is withdrawn; null if no withdrawal
     * is planned, or if the day of a past withdrawal isn't recorded.
     */
    LocalDate withdrawOn();

    /** When somebody last assured that the entry is right; null if nobody has. */
    LocalDate assuredOn();

    /** The same form with the status withdrawn. */
    EntryForm withdrawn();

    /**
     * The faults of the form; empty if there are none.
     *
     * @param node the own node; new ids in the form must begin with its id
     * @param today in UTC: no day in the Americas begins before it does in UTC
     */
    List<FieldError> faults(NodeId node, LocalDate today);

    /**
     * The state that the node publishes; the form must have no faults.
     *
     * @param policy gives the values that the form leaves out
     * @param status in force, see {@link Availability}
     */
    DirectoryFact state(Place place, Policy policy, DirectoryStatus status, Instant updatedAt);
}
