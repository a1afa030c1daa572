package org.puente.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.puente.platform.PlatformTestBase;

/** Work that says last of all whether it may be committed. */
@QuarkusTest
class LastWordTest extends PlatformTestBase {
    private static final String INSERT = """
            insert into effect (subject)
            select subject from json_to_recordset(cast(cast(:rows as text) as json)) as (subject text)
            """;

    @Inject
    BatchedInserts inserts;

    private final String subject = UUID.randomUUID().toString();
    private final List<String> asked = new ArrayList<>();

    private record Row(String subject) {}

    @Test
    void whatTheLastWordAllowsIsCommitted() throws Throwable {
        write(new Row(subject), asked::add);

        assertThat(asked).containsExactly("written");
        assertThat(effects(subject)).isEqualTo(1);
    }

    @Test
    void whatTheLastWordRefusesIsNotCommitted() {
        assertThatThrownBy(() -> write(new Row(subject), written -> {
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");
        assertThat(effects(subject)).isZero();
    }

    /** Else time would pass, and what is asked might change, between the answer and the commit. */
    @Test
    void theLastWordIsAskedForOnceTheDatabaseHasTakenTheGatheredRows() {
        assertThatThrownBy(() -> write(new Row(null), asked::add)).hasMessageContaining("subject");
        assertThat(asked).isEmpty();
    }

    private void write(Row row, Consumer<String> last) throws Throwable {
        VertxContextSupport.subscribeAndAwait(() ->
                work.run(session -> inserts.add(session, INSERT, List.of(row)).replaceWith("written"), last));
    }
}
