package org.puente.platform.persistence;

import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.pgclient.PgBuilder;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnectOptions;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The database's pool: connecting, and waiting for a connection, both have a time limit, and each
 * connection prepares a statement once, unless it is very long.
 */
@Singleton
class BoundedPool implements PgPoolCreator {
    private static final int CONNECTING_MILLIS = 5_000;

    /**
     * In characters. A longer statement is parsed and planned anew each time that it is sent. The
     * client's own limit is 2,048, and some of ours are longer.
     */
    private static final int LONGEST_PREPARED = 8_192;

    private final Duration waiting;

    BoundedPool(@ConfigProperty(name = "puente.db.connection-within", defaultValue = "PT10S") Duration waiting) {
        this.waiting = waiting;
    }

    @Override
    public Pool create(Input input) {
        input.pgConnectOptionsList()
                .forEach(options -> options.setPreparedStatementCacheSqlLimit(LONGEST_PREPARED)
                        .setConnectTimeout(CONNECTING_MILLIS)
                        .setTcpKeepAlive(true));
        return PgBuilder.pool()
                .with(input.poolOptions()
                        .setConnectionTimeout((int) waiting.toMillis())
                        .setConnectionTimeoutUnit(TimeUnit.MILLISECONDS))
                .connectingTo(List.<SqlConnectOptions>copyOf(input.pgConnectOptionsList()))
                .using(input.vertx())
                .build();
    }
}
