package org.puente.bench;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** When each fact of an outbox was committed, by the clock of the database server. */
final class Commits {
    private final Backlog outbox;

    /** Notes it from now on. */
    Commits(Backlog outbox) {
        this.outbox = outbox;
        outbox.execute("create table bench_commit (id uuid primary key, at timestamptz not null)");
        outbox.execute("""
                create function bench_commit() returns trigger language plpgsql as
                $$ begin
                     insert into bench_commit values (new.id, clock_timestamp());
                     return null;
                   end $$
                """);
        // Deferred: it fires when the transaction has done all else, just before its commit.
        outbox.execute("create constraint trigger bench_commit after insert on outbox"
                + " deferrable initially deferred for each row"
                + " execute function bench_commit()");
    }

    /** What was noted since the last time. */
    Map<UUID, Instant> take() {
        Map<UUID, Instant> noted = new HashMap<>();
        try (Statement statement = outbox.connection().createStatement();
                ResultSet row = statement.executeQuery("delete from bench_commit returning *")) {
            while (row.next()) {
                noted.put(
                        row.getObject("id", UUID.class),
                        row.getObject("at", OffsetDateTime.class).toInstant());
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return noted;
    }
}
