package org.puente.reception.arrivals;

import jakarta.enterprise.context.ApplicationScoped;
import org.puente.platform.export.RowsPart;

/** On whose manifest a person was announced, in the export of their data. */
@ApplicationScoped
class AnnouncedPersonPart extends RowsPart {
    private static final String ROWS = """
            select from_node as "announcedBy", arrival_id as "arrivalId", registered_at as "registeredAt",
                   cast(content as json) as announced
            from manifest_entry where case_id = :case order by registered_at, arrival_id
            """;

    AnnouncedPersonPart() {
        super("manifest", ROWS, "manifest_entry");
    }
}
