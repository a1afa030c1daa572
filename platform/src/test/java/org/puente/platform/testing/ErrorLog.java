package org.puente.platform.testing;

import io.quarkus.test.junit.callback.QuarkusTestAfterEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestBeforeClassCallback;
import io.quarkus.test.junit.callback.QuarkusTestMethodContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.stream.Stream;

/**
 * Makes a test fail during which an ERROR was logged that it did not expect: what is answered by a
 * 500, or fails where nobody waits for it, is seen though nothing asserts on it.
 */
public class ErrorLog implements QuarkusTestBeforeClassCallback, QuarkusTestAfterEachCallback {
    /** A test's own Kafka clients are named so: what the broker refuses to them is no fault here. */
    static final String TEST_CLIENT = "test-client-";

    private static final Queue<String> ERRORS = new ConcurrentLinkedQueue<>();

    /** Classes are loaded anew for each profile: the one of the last is taken out. */
    @Override
    public void beforeClass(Class<?> testClass) {
        Logger root = Logger.getLogger("");
        Stream.of(root.getHandlers())
                .filter(one -> one.getClass().getName().equals(Listening.class.getName()))
                .forEach(root::removeHandler);
        ERRORS.clear();
        root.addHandler(new Listening());
    }

    @Override
    public void afterEach(QuarkusTestMethodContext test) {
        List<String> unexpected = new ArrayList<>();
        for (String error = ERRORS.poll(); error != null; error = ERRORS.poll()) {
            unexpected.add(error);
        }
        unexpected.removeIf(error -> error.contains("clientId=" + TEST_CLIENT));
        unexpected.removeIf(ErrorLog::isTimerOfThePool);
        unexpected.removeIf(error -> expected(test).anyMatch(error::contains));
        if (!unexpected.isEmpty()) {
            throw new AssertionError("Errors in the log that %s does not name, after %s:%n%s"
                    .formatted(
                            ExpectedErrors.class.getSimpleName(), test.getTestMethod(), String.join("\n", unexpected)));
        }
    }

    /**
     * Vert.x' pool forgets to cancel the timer of who waited for a connection that could not be made. When the time is
     * over, maybe during another test, there is nobody to inform.
     */
    private static boolean isTimerOfThePool(String error) {
        return error.contains("Result is already complete") && error.contains("sqlclient.impl.pool.SqlConnectionPool");
    }

    private static Stream<String> expected(QuarkusTestMethodContext test) {
        return Stream.of(
                        Optional.ofNullable(test.getTestMethod().getAnnotation(ExpectedErrors.class)),
                        Optional.ofNullable(test.getTestInstance().getClass().getAnnotation(ExpectedErrors.class)))
                .flatMap(Optional::stream)
                .flatMap(expected -> Arrays.stream(expected.value()));
    }

    private static final class Listening extends Handler {
        private Listening() {
            setLevel(Level.SEVERE);
            setFormatter(new SimpleFormatter());
        }

        @Override
        public void publish(LogRecord record) {
            if (isLoggable(record)) {
                ERRORS.add(getFormatter().format(record));
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
