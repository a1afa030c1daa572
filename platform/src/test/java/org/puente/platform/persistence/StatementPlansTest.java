package org.puente.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.puente.platform.PlatformTestBase;

@QuarkusTest
class StatementPlansTest extends PlatformTestBase {
    /** Of a statement that is not prepared, this connection has no row. */
    private static final String TIMES_RUN = """
            select count(*), sum(generic_plans + custom_plans)::bigint
            from pg_prepared_statements where statement = $1
            """;

    @Inject
    Pool pool;

    @Test
    void whereScansAreOffNoStatementIsCompiled() throws Throwable {
        assertThat(setting("enable_seqscan")).isEqualTo("off");
        assertThat(setting("jit")).isEqualTo("off");
    }

    @Test
    void noJoinReadsATableFromEndToEnd() throws Throwable {
        assertThat(setting("enable_hashjoin")).isEqualTo("off");
        assertThat(setting("enable_mergejoin")).isEqualTo("off");
    }

    @Test
    void aLongStatementIsPreparedOncePerConnection() throws Throwable {
        String longer = "select 1 /* " + "long ".repeat(1_000) + "*/";
        Row found = VertxContextSupport.subscribeAndAwait(() -> pool.withConnection(connection -> connection
                .preparedQuery(longer)
                .execute()
                .chain(() -> connection.preparedQuery(longer).execute())
                .chain(() -> connection.preparedQuery(TIMES_RUN).execute(Tuple.of(longer)))
                .map(rows -> rows.iterator().next())));
        assertThat(found.getLong(0)).as("prepared").isEqualTo(1);
        assertThat(found.getLong(1)).as("run").isEqualTo(2);
    }

    private String setting(String name) throws Throwable {
        return VertxContextSupport.subscribeAndAwait(() -> pool.query("show " + name)
                .execute()
                .map(rows -> rows.iterator().next().getString(0)));
    }
}
