package org.puente.reception.returns.registering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.puente.platform.testing.HeldTable;
import org.puente.reception.ReceptionTest;
import org.puente.reception.RegistrationForm;

/** A desk that is told to send a registration again sends it again: it must not be done twice. */
@QuarkusTest
class FrozenDatabaseTest extends ReceptionTest {
    private static final Duration SOON = Duration.ofSeconds(60);

    /** Transactions of the service that have begun before an instant. */
    private static final String STILL_GO_ON = """
            select count(*) from pg_stat_activity
            where datname = current_database() and usename = current_user and pid <> pg_backend_pid()
              and state <> 'idle' and xact_start < '%s'
            """;

    /** Transactions of the service that have waited for a lock so long that another one will begin soon. */
    private static final String WAIT_LONG = """
            select count(*) from pg_stat_activity
            where datname = current_database() and usename = current_user and wait_event_type = 'Lock'
              and xact_start < now() - interval '10 seconds'
            """;

    @Test
    void whatWasAnsweredUnavailableIsNotRegisteredWhenTheDatabaseIsBack() throws Exception {
        String flight = "ZZ-" + UUID.randomUUID().toString().substring(0, 6).toUpperCase(Locale.ROOT);
        try (ExecutorService desks = Executors.newFixedThreadPool(2)) {
            List<CompletableFuture<Response>> told;
            try (HeldTable frozen = held()) {
                CompletableFuture<Response> first = CompletableFuture.supplyAsync(() -> post(flight), desks);
                await().atMost(SOON).until(() -> count(WAIT_LONG) > 0);
                // Its transaction begins when the first one's time ends, and has more time left than its desk.
                CompletableFuture<Response> second = CompletableFuture.supplyAsync(() -> post(flight), desks);
                told = List.of(first, second);
                told.forEach(CompletableFuture::join);
            }
            assertThat(told).extracting(answer -> answer.join().statusCode()).containsOnly(503);
        }
        awaitEndOfTransactions();
        assertThat(post(flight).statusCode()).isEqualTo(201);

        assertThat(registered(flight)).isEqualTo(1);
    }

    @Test
    void aHouseholdThatWasAnsweredUnavailableIsNotRegisteredWhenTheDatabaseIsBack() throws Exception {
        String flight = "ZZ-" + UUID.randomUUID().toString().substring(0, 6).toUpperCase(Locale.ROOT);
        ObjectNode form = Households.family();
        form.withObject("/shared/transport").put("reference", flight);
        try (HeldTable frozen = held()) {
            assertThat(intake().body(form.toString())
                            .post("/v1/returns/households")
                            .statusCode())
                    .isEqualTo(503);
        }
        awaitEndOfTransactions();

        assertThat(registered(flight)).isZero();
    }

    private static HeldTable held() throws SQLException {
        return HeldTable.of("gtm_reception", "return_case");
    }

    private void awaitEndOfTransactions() {
        String back = Instant.now().toString();
        await().atMost(SOON).until(() -> count(STILL_GO_ON.formatted(back)) == 0);
    }

    private long registered(String flight) {
        return count("select count(*) from return_case where content like '%" + flight + "%'");
    }

    /** Without an Idempotency-Key. */
    private static Response post(String flight) {
        return intake().body(RegistrationForm.filled()
                        .with("/transport/reference", "'" + flight + "'")
                        .json())
                .post("/v1/returns");
    }
}
