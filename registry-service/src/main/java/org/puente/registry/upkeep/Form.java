package org.puente.registry.upkeep;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.puente.contracts.DirectoryFact;
import org.puente.contracts.DirectoryStatus;
import org.puente.contracts.InstitutionId;
import org.puente.contracts.NodeId;
import org.puente.platform.web.FieldError;

/** What an editor writes of an entry: all of it, each time. */
public sealed interface Form permits InstitutionForm, OfferForm {

    /**
     * Whose entry a form is for.
     *
     * @param id of the institution or offer
     * @param institution the one that answers for it
     */
    record Place(NodeId node, String id, InstitutionId institution) {}

    /** Whether it may be used; null means active. */
    DirectoryStatus status();

    /**
     * The first day, by the node's calendar, on which it is withdrawn; null if none is planned, or
     * if the day of a withdrawal isn't kept.
     */
    LocalDate withdrawOn();

    /** When somebody last assured that it is right; null if nobody has. */
    LocalDate assuredOn();

    /** The same, withdrawn. */
    Form withdrawn();

    /**
     * What is wrong with it.
     *
     * @param node ids that the form gives out begin with the node's own
     * @param today in UTC, where no day of the Americas has begun later
     */
    List<FieldError> faults(NodeId node, LocalDate today);

    /**
     * The state that the node publishes; only of a form without faults.
     *
     * @param policy fills in what the form leaves to it
     * @param status in force, see {@link Availability}
     */
    DirectoryFact state(Place place, Policy policy, DirectoryStatus status, Instant updatedAt);
}
