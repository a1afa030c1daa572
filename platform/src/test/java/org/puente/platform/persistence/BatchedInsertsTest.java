package org.puente.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.junit.jupiter.api.Test;
import org.puente.platform.PlatformTestBase;

@QuarkusTest
class BatchedInsertsTest extends PlatformTestBase {
    private static final String INSERT = """
            insert into effect (subject)
            select subject from json_to_recordset(cast(cast(:rows as text) as json)) as (subject text)
            """;

    @Inject
    BatchedInserts inserts;

    private record Row(String subject) {}

    private Uni<Void> add(Mutiny.Session session, String subject) {
        return inserts.add(session, INSERT, List.of(new Row(subject)));
    }

    @Test
    void rowsAreWrittenWhenTheirUnitOfWorkEnds() {
        String subject = UUID.randomUUID().toString();
        run(session -> add(session, subject));
        assertThat(effects(subject)).isEqualTo(1);
    }

    @Test
    void rowsOfSeveralTablesAreWrittenTogether() {
        String subject = UUID.randomUUID().toString();
        String others = subject + "-other";
        run(session -> add(session, subject)
                .chain(() -> inserts.add(
                        session,
                        INSERT.replace("select subject", "select subject || '-other'"),
                        List.of(new Row(subject), new Row(subject))))
                .chain(() -> add(session, subject)));
        assertThat(List.of(effects(subject), effects(others))).containsExactly(2L, 2L);
    }

    @Test
    void rowsThatAReadAddsAreRefusedSinceNobodyWouldWriteThem() {
        assertThatThrownBy(
                        () -> VertxContextSupport.subscribeAndAwait(() -> work.read(session -> add(session, "lost"))))
                .hasMessageContaining("unit of work");
    }

    @Test
    void rowsThatComeAfterTheUnitOfWorkAreRefused() {
        Mutiny.Session[] ended = new Mutiny.Session[1];
        run(session -> {
            ended[0] = session;
            return Uni.createFrom().voidItem();
        });
        assertThatThrownBy(() -> add(ended[0], "late").await().indefinitely()).hasMessageContaining("unit of work");
    }
}
