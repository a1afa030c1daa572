package org.puente.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.vertx.core.VertxException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.PessimisticLockException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.nio.charset.MalformedInputException;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.hibernate.exception.ConstraintViolationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.puente.platform.json.Json;

class FaultsTest {
    private static PgException pg(String state) {
        return new PgException("words", "ERROR", state, "Key (name)=(Juana) exists");
    }

    private static SQLException sql(String state) {
        return new SQLException("words", state);
    }

    /** As Hibernate Reactive has it: the driver's exception is not in the chain any more. */
    private static PersistenceException byHibernate(String state) {
        return new PessimisticLockException("could not lock", sql(state));
    }

    private static <T extends Throwable> T suppressing(T failure, Throwable suppressed) {
        failure.addSuppressed(suppressed);
        return failure;
    }

    private static SQLException next(SQLException first, SQLException second) {
        first.setNextException(second);
        return first;
    }

    private static Stream<Throwable> collisions() {
        return Stream.of(
                pg("40P01"),
                pg("40001"),
                sql("40P01"),
                byHibernate("40P01"),
                new PersistenceException(sql("40001")),
                new CompletionException(byHibernate("40P01")),
                new PersistenceException(sql("55P03")),
                suppressing(new IllegalStateException(), sql("40P01")),
                next(new SQLException("words"), sql("40P01")),
                new OptimisticLockException(),
                new PessimisticLockException());
    }

    @ParameterizedTest
    @MethodSource("collisions")
    void aCollisionIsKnownWhereverItStands(Throwable failure) {
        assertThat(Faults.isCollision(failure)).isTrue();
        assertThat(Faults.isTransient(failure)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "08006", "08001", "53100", "53200", "53300", "57P01", "57P02", "57P03", "57014", "58030", "25006",
                "25P03", "28P01", "3D000", "55006"
            })
    void aServerThatIsNotThereOrFullMayPass(String state) {
        assertThat(List.of(
                        Faults.isTransient(pg(state)),
                        Faults.isTransient(sql(state)),
                        Faults.isTransient(new PersistenceException(sql(state)))))
                .containsOnly(true);
        assertThat(Faults.isCollision(new PersistenceException(sql(state)))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "22P05", "22001", "42P01", "42501", "25P02", "XX000"})
    void whatTheDatabaseRefusesForGoodDoesNotPass(String state) {
        assertThat(List.of(
                        Faults.isTransient(pg(state)),
                        Faults.isTransient(sql(state)),
                        Faults.isTransient(new ConstraintViolationException("", sql(state), "x"))))
                .containsOnly(false);
    }

    private static Stream<Throwable> passing() {
        return Stream.of(
                new ConnectException(),
                new IOException("Connection reset by peer"),
                new UncheckedIOException(new ConnectException()),
                new VertxException("Connection was closed"),
                new NoStackTraceThrowable("Timeout"),
                new java.util.concurrent.TimeoutException(),
                new io.smallrye.mutiny.TimeoutException(),
                new PersistenceException(new CompletionException(new ConnectException())));
    }

    @ParameterizedTest
    @MethodSource("passing")
    void aConnectionThatIsGoneMayPass(Throwable failure) {
        assertThat(Faults.isTransient(failure)).isTrue();
    }

    @Test
    void whatCannotBeReadWillNeverBe() {
        for (String stored : new String[] {"{", "{\"name\":{}}", "[]", "{\"name\":1}"}) {
            assertThatThrownBy(() -> Json.read(stored, Named.class))
                    .matches(failure -> !Faults.isTransient(failure), "is for good");
        }
    }

    private record Named(String name) {}

    private static Stream<Throwable> unreadable() {
        return Stream.of(
                new UncheckedIOException(new JsonProcessingException("no JSON") {}),
                new IllegalStateException(new JsonProcessingException("no JSON") {}),
                new UncheckedIOException(new MalformedInputException(1)),
                new StackOverflowError(),
                new NoClassDefFoundError(),
                new IllegalStateException());
    }

    @ParameterizedTest
    @MethodSource("unreadable")
    void aFaultOfOursDoesNotPass(Throwable failure) {
        assertThat(Faults.isTransient(failure)).isFalse();
    }

    @Test
    void aChainThatBitesItsTailIsWalkedOnce() {
        IllegalStateException first = new IllegalStateException();
        first.initCause(new IllegalArgumentException(first));
        assertThat(Faults.isTransient(first)).isFalse();
    }

    @Test
    void theTraceForTheLogQuotesNothing() {
        assertThat(Faults.trace(new PersistenceException("for Juana", pg("23505"))))
                .contains("PersistenceException", "SQLSTATE 23505", "FaultsTest")
                .doesNotContain("Juana");
    }

    @Test
    void theLogNamesEveryCauseAndQuotesNone() {
        String line = Faults.causes(new IllegalStateException("Juana", new CompletionException("Pérez", sql("40P01"))));
        assertThat(line)
                .isEqualTo("IllegalStateException caused by CompletionException"
                        + " caused by SQLException, SQLSTATE 40P01");
    }
}
