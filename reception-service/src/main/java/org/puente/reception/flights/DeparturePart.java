package org.puente.reception.flights;

import jakarta.enterprise.context.ApplicationScoped;
import org.puente.platform.export.RowsPart;

/** When a person left the reception point, in the export of their data. */
@ApplicationScoped
class DeparturePart extends RowsPart {
    private static final String ROWS = """
            select left_at as "leftAt", recorded_at as "recordedAt" from reception_departure where case_id = :case
            """;

    DeparturePart() {
        super("departure", ROWS, "reception_departure");
    }
}
