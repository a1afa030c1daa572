package org.puente.platform.persistence;

import com.fasterxml.jackson.core.JacksonException;
import io.vertx.core.VertxException;
import io.vertx.pgclient.PgException;
import jakarta.persistence.LockTimeoutException;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PessimisticLockException;
import java.io.CharConversionException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import org.apache.kafka.common.errors.RetriableException;
import org.hibernate.StaleStateException;
import org.hibernate.exception.JDBCConnectionException;
import org.hibernate.exception.LockAcquisitionException;

/**
 * Distinguishes a fault that may pass (worth another try) from a failure that will come again. An
 * SQLSTATE of the database decides, wherever it stands in the chain of causes: drivers and
 * Hibernate wrap it differently. Without an SQLSTATE the types of the exceptions decide.
 */
public final class Faults {
    /** After a locked row the work is run anew, as after a deadlock. */
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    /**
     * Connection gone, (not yet) admitted, collision, out of resources, not in a state to answer,
     * shutting down or starting, disk fault: PostgreSQL documentation, appendix A.
     */
    private static final List<String> PASSING =
            List.of("08", "25006", "25P03", "28", "3D", "40", "53", "55", "57", "58");

    private static final int FRAMES = 12;

    private Faults() {}

    /** Whether the same work may succeed when it is tried again later. */
    public static boolean isTransient(Throwable failure) {
        List<String> states = states(failure);
        return states.isEmpty()
                ? all(failure).anyMatch(Faults::passes)
                : states.stream().anyMatch(Faults::passes) || isCollision(failure);
    }

    /**
     * Deadlock, serialisation failure, or a row that is locked or was changed since it was read.
     */
    public static boolean isCollision(Throwable failure) {
        return states(failure).stream().anyMatch(state -> state.startsWith("40") || state.equals(LOCK_NOT_AVAILABLE))
                || all(failure).anyMatch(Faults::collides);
    }

    private static boolean passes(String state) {
        return PASSING.stream().anyMatch(state::startsWith);
    }

    private static boolean passes(Throwable t) {
        return t instanceof IOException && !isOfData(t)
                || t instanceof TimeoutException
                || t instanceof io.smallrye.mutiny.TimeoutException
                || t instanceof JDBCConnectionException
                || t instanceof RetriableException
                || t instanceof VertxException
                || isFaultOfPool(t)
                || collides(t);
    }

    private static boolean collides(Throwable t) {
        return t instanceof OptimisticLockException
                || t instanceof PessimisticLockException
                || t instanceof LockTimeoutException
                || t instanceof LockAcquisitionException
                || t instanceof StaleStateException;
    }

    /**
     * In Java data that can't be read is an IOException too, as is a server that can't be reached.
     */
    private static boolean isOfData(Throwable t) {
        return t instanceof JacksonException
                || t instanceof CharConversionException
                || t instanceof CharacterCodingException
                || t instanceof ZipException;
    }

    /** The pool's own faults have no type: "Timeout" and "Connection is not active now …". */
    private static boolean isFaultOfPool(Throwable t) {
        return t.getClass().getName().startsWith("io.vertx.core.impl.NoStackTrace");
    }

    private static List<String> states(Throwable failure) {
        return all(failure).flatMap(t -> state(t).stream()).toList();
    }

    private static Optional<String> state(Throwable t) {
        return Optional.ofNullable(
                switch (t) {
                    case PgException e -> e.getSqlState();
                    case SQLException e -> e.getSQLState();
                    default -> null;
                });
    }

    /** The failure, its causes and the suppressed failures, each once. */
    private static Stream<Throwable> all(Throwable failure) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Throwable> open = new ArrayDeque<>(List.of(failure));
        Stream.Builder<Throwable> all = Stream.builder();
        while (!open.isEmpty()) {
            Throwable t = open.poll();
            if (seen.add(t)) {
                all.add(t);
                Optional.ofNullable(t.getCause()).ifPresent(open::add);
                open.addAll(List.of(t.getSuppressed()));
                if (t instanceof SQLException e && e.getNextException() != null) {
                    open.add(e.getNextException());
                }
            }
        }
        return all.build();
    }

    /** Whether a failure, a cause or a suppressed failure fits. */
    public static boolean has(Throwable failure, Predicate<Throwable> such) {
        return all(failure).anyMatch(such);
    }

    /**
     * For the log, in one line: the failure and its causes, by their types and the database's
     * SQLSTATE. Never a message, since it may quote what a client has sent.
     */
    public static String causes(Throwable failure) {
        return all(failure)
                .map(cause -> cause.getClass().getSimpleName()
                        + state(cause).map(state -> ", SQLSTATE " + state).orElse(""))
                .distinct()
                .collect(Collectors.joining(" caused by "));
    }

    /**
     * For the log: what failed and where, down to its cause. Without messages, which may quote what
     * a client sent or a row of the database.
     */
    public static String trace(Throwable failure) {
        StringBuilder text = new StringBuilder();
        all(failure).forEach(t -> {
            text.append('\n').append(t.getClass().getName());
            state(t).ifPresent(state -> text.append(", SQLSTATE ").append(state));
            Stream.of(t.getStackTrace())
                    .limit(FRAMES)
                    .forEach(frame -> text.append("\n    at ").append(frame));
        });
        return text.toString();
    }
}
