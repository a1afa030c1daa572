package org.puente.platform.export;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import java.util.Set;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** A part that is the rows of one query: an array, empty where there are none. */
public abstract class RowsPart implements ExportPart {
    private final String name;
    private final String sql;
    private final Set<String> tables;

    /**
     * @param name its member in the export
     * @param sql a query as {@link ExportRows} takes it
     * @param tables whose rows the query covers
     */
    protected RowsPart(String name, String sql, String... tables) {
        this.name = name;
        this.sql = sql;
        this.tables = Set.of(tables);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Set<String> tables() {
        return tables;
    }

    @Override
    public Uni<JsonNode> of(Mutiny.Session session, UUID caseId) {
        return ExportRows.of(session, sql, caseId);
    }
}
