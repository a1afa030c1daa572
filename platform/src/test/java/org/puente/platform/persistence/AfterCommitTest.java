package org.puente.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.hibernate.reactive.mutiny.Mutiny;
import org.junit.jupiter.api.Test;
import org.puente.platform.PlatformTestBase;

@QuarkusTest
class AfterCommitTest extends PlatformTestBase {
    private static final String INSERT = "insert into effect (subject) values (:subject)";

    @Inject
    AfterCommit afterCommit;

    private final AtomicInteger done = new AtomicInteger();
    private final Runnable task = done::incrementAndGet;

    @Test
    void aTaskSeesWhatWasCommitted() {
        String subject = UUID.randomUUID().toString();
        AtomicLong seen = new AtomicLong();
        run(session -> session.createNativeQuery(INSERT)
                .setParameter("subject", subject)
                .executeUpdate()
                .invoke(() -> afterCommit.add(session, () -> seen.set(effectsElsewhere(subject))))
                .replaceWithVoid());
        assertThat(seen).hasValue(1);
    }

    /** Over another connection, on a thread that may wait. */
    private long effectsElsewhere(String subject) {
        AtomicLong count = new AtomicLong();
        Thread reading = Thread.startVirtualThread(() -> count.set(effects(subject)));
        try {
            reading.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return count.get();
    }

    @Test
    void theSameTaskIsDoneOnce() {
        run(session -> add(session).chain(() -> add(session)));
        assertThat(done).hasValue(1);
    }

    @Test
    void withoutACommitNothingIsDone() {
        assertThatThrownBy(() -> run(
                        session -> add(session).chain(() -> Uni.createFrom().failure(new IllegalStateException("no")))))
                .hasMessageContaining("no");
        assertThat(done).hasValue(0);
    }

    @Test
    void aReadHasNoCommitToWaitFor() {
        assertThatThrownBy(() -> VertxContextSupport.subscribeAndAwait(() -> work.read(this::add)))
                .hasMessageContaining("unit of work");
    }

    private Uni<Void> add(Mutiny.Session session) {
        return Uni.createFrom().voidItem().invoke(() -> afterCommit.add(session, task));
    }
}
