package org.puente.bench;

import java.time.Duration;

/** Runs a script again and again over a number of connections, each as fast as it is answered. */
sealed interface Transactions permits Pgbench, PlainJdbc {
    Database database();

    /** So that its connections plan for tables as they are by now, as autovacuum does it for the service's. */
    default void analyse() {
        database().run("analyze");
    }

    /** What the report calls it. */
    String name();

    /**
     * @param round sets the ids of this run apart from those of others; below 900
     * @return transactions per second
     */
    double perSecond(int connections, Duration time, int round);
}
