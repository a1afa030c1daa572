package org.puente.platform.outbox;

import static org.awaitility.Awaitility.await;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A relay that is woken by nobody unless the test does it. */
class RelayTest {
    private static final long TICK = 10;
    private static final Duration SOME_TICKS = Duration.ofMillis(20 * TICK);
    private static final Duration SOON = Duration.ofSeconds(60);

    private final AtomicInteger looks = new AtomicInteger();
    private volatile Throwable fault;
    private volatile boolean relaysElsewhere;
    private volatile boolean goes = true;
    private Relay relay;

    /** A database with an empty outbox. */
    private final DataSource database = fake(DataSource.class, (proxy, method, arguments) -> {
        looks.incrementAndGet();
        if (fault != null) {
            throw fault;
        }
        return fake(Connection.class, this::use);
    });

    private Object use(Object connection, Method method, Object[] arguments) {
        if (!method.getName().equals("prepareStatement")) {
            return null;
        }
        boolean locks = arguments[0].toString().contains("lock");
        ResultSet result = fake(ResultSet.class, (proxy, read, column) -> switch (read.getName()) {
            case "next" -> locks;
            case "getBoolean" -> !relaysElsewhere;
            default -> null;
        });
        return fake(
                PreparedStatement.class,
                (proxy, run, parameters) -> run.getName().equals("executeQuery") ? result : null);
    }

    private static <T> T fake(Class<T> type, InvocationHandler uses) {
        return type.cast(Proxy.newProxyInstance(RelayTest.class.getClassLoader(), new Class<?>[] {type}, uses));
    }

    private void start(long idleTick) {
        BooleanSupplier mayGo = () -> {
            if (!goes) {
                looks.incrementAndGet();
            }
            return goes;
        };
        relay = new Relay(database, Map.of(), mayGo, Optional.empty());
        relay.tickMillis = TICK;
        relay.idleTickMillis = idleTick;
        relay.start(null);
    }

    @AfterEach
    void stop() throws InterruptedException {
        relay.stop(null);
    }

    private void looksAgain() {
        int before = looks.get();
        await().atMost(SOON).until(() -> looks.get() > before + 2);
    }

    private void idles() {
        await().atMost(SOON).until(() -> looks.get() == 1);
        await().during(SOME_TICKS).atMost(SOON).until(() -> looks.get() == 1);
    }

    /** An error of the process, such as one of its memory. */
    @Test
    void anErrorEndsNoTimer() {
        fault = new OutOfMemoryError("for this test");
        start(Duration.ofHours(1).toMillis());
        looksAgain();
    }

    @Test
    void anEmptyOutboxIsSeldomLookedAt() {
        start(Duration.ofHours(1).toMillis());
        idles();
        relay.wake();
        await().atMost(SOON).until(() -> looks.get() == 2);
    }

    @Test
    void whatAnotherInstanceLeftIsFoundInTime() {
        start(3 * TICK);
        looksAgain();
    }

    @Test
    void afterAFaultItIsTriedAgainAtTheNextTick() {
        start(Duration.ofHours(1).toMillis());
        idles();
        fault = new SQLException("for this test");
        relay.wake();
        looksAgain();
    }

    /** The other may have read the outbox before the commit that woke this one. */
    @Test
    void whileAnotherInstanceRelaysItIsLookedAgainAtTheNextTick() {
        start(Duration.ofHours(1).toMillis());
        idles();
        relaysElsewhere = true;
        relay.wake();
        looksAgain();
    }

    @Test
    void whatWaitsUntilTheServiceHasCaughtUpGoesAtTheNextTick() {
        goes = false;
        start(Duration.ofHours(1).toMillis());
        looksAgain();
    }
}
