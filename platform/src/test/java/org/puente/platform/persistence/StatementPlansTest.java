package org.puente.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.puente.platform.PlatformTestBase;

@QuarkusTest
class StatementPlansTest extends PlatformTestBase {
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

    private String setting(String name) throws Throwable {
        return VertxContextSupport.subscribeAndAwait(() -> pool.query("show " + name)
                .execute()
                .map(rows -> rows.iterator().next().getString(0)));
    }
}
