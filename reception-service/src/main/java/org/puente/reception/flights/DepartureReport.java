package org.puente.reception.flights;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.puente.contracts.CaseId;

/**
 * Who left: the people of a flight but for some, or the cases that are listed.
 *
 * @param leftAt null for now
 * @param writtenAt when the report was written; null for now
 */
@Schema(name = "DepartureReport")
record DepartureReport(
        @Valid Flight flight,
        @Size(max = PeopleGroup.MAX) List<@NotNull CaseId> cases,
        @Size(max = PeopleGroup.MAX) List<@NotNull CaseId> except,
        Instant leftAt,
        Instant writtenAt) {
    PeopleGroup group() {
        return new PeopleGroup(flight, cases, except);
    }
}
