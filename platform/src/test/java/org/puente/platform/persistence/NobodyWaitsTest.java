package org.puente.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.hibernate.reactive.mutiny.Mutiny;
import org.junit.jupiter.api.Test;
import org.puente.platform.PlatformTestBase;
import org.puente.platform.execution.DetachedContext;
import org.puente.platform.testing.HeldTable;

/** A request that is told that the database does not answer is sent again: it must not be done twice. */
@QuarkusTest
class NobodyWaitsTest extends PlatformTestBase {
    @Inject
    WorkerUnitOfWork request;

    @Inject
    Vertx vertx;

    private final String subject = UUID.randomUUID().toString();
    private final AtomicInteger written = new AtomicInteger();

    @Test
    void whatARequestIsToldToSendAgainIsNotCommitted() throws Exception {
        try (HeldTable frozen = held()) {
            assertThat(asked()).failsWithin(SOON).withThrowableThat().withCauseInstanceOf(TimeoutException.class);
        }
        ended();

        assertThat(written).hasValue(1);
        assertThat(effects(subject)).isZero();
    }

    @Test
    void whatNoRequestAskedForIsCommittedHoweverLongItTakes() throws Exception {
        CompletableFuture<Void> ofAClock;
        try (HeldTable frozen = held()) {
            ofAClock = CompletableFuture.supplyAsync(() -> run(this::insert));
            assertThat(asked()).failsWithin(SOON);
        }

        assertThat(ofAClock).succeedsWithin(SOON);
        ended();
        assertThat(effects(subject)).isEqualTo(1);
    }

    /** As a request does it: in a context of its own. */
    private CompletableFuture<Void> asked() {
        CompletableFuture<Void> done = new CompletableFuture<>();
        DetachedContext.run(
                vertx,
                () -> Uni.createFrom().completionStage(request.run(this::insert)),
                done::complete,
                done::completeExceptionally);
        return done;
    }

    private Uni<Void> insert(Mutiny.Session session) {
        return session.createNativeQuery("insert into effect (subject) values (:subject)")
                .setParameter("subject", subject)
                .executeUpdate()
                .invoke(written::addAndGet)
                .replaceWithVoid();
    }

    /** Waits for the transactions that use the table. */
    private static void ended() throws SQLException {
        held().close();
    }

    private static HeldTable held() throws SQLException {
        return HeldTable.of("gtm_registry", "effect");
    }
}
