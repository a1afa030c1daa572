package org.puente.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RecordingTest {
    private static final String LOG = """
            2026-11-22 12:00:00.001 UTC [7] LOG:  statement: BEGIN
            2026-11-22 12:00:00.002 UTC [8] LOG:  statement: BEGIN
            2026-11-22 12:00:00.003 UTC [7] LOG:  execute 0000002: select 1
            \twhere $1 = 'x'
            2026-11-22 12:00:00.003 UTC [7] DETAIL:  Parameters: $1 = 'it''s'
            2026-11-22 12:00:00.004 UTC [8] LOG:  execute <unnamed>: delete from outbox
            2026-11-22 12:00:00.004 UTC [9] LOG:  statement: select 2
            2026-11-22 12:00:00.005 UTC [8] LOG:  statement: COMMIT
            2026-11-22 12:00:00.006 UTC [7] LOG:  execute 0000003: insert into t values ($1, $2)
            2026-11-22 12:00:00.006 UTC [7] DETAIL:  Parameters: $1 = '{"a": 1}', $2 = NULL
            2026-11-22 12:00:00.007 UTC [7] LOG:  statement: COMMIT
            """;

    @Test
    void takesTheStatementsOfOneTransactionOutOfMany() {
        assertThat(Recording.of(LOG, "insert into t").orElseThrow())
                .extracting(Recording.Statement::sql)
                .containsExactly("select 1 where $1 = 'x'", "insert into t values ($1, $2)");
    }

    @Test
    void readsValuesWithQuotesAndNulls() {
        List<Recording.Statement> statements =
                Recording.of(LOG, "insert into t").orElseThrow();

        assertThat(statements.getFirst().values()).containsExactly("it's");
        assertThat(statements.getLast().values()).containsExactly("{\"a\": 1}", null);
    }

    @Test
    void findsATransactionByWhatAStatementDoesAfterAnother() {
        String log = LOG.replace("insert into t", "with done as (insert into s select 1) insert into t");

        assertThat(Recording.of(log, "insert into t")).isPresent();
    }

    @Test
    void waitsForTheEndOfATransaction() {
        String cut = LOG.substring(0, LOG.lastIndexOf("2026"));

        assertThat(Recording.of(cut, "insert into t")).isEmpty();
    }
}
