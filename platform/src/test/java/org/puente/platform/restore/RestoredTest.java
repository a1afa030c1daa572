package org.puente.platform.restore;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.puente.contracts.DirectoryFact.CapacityChanged;
import org.puente.platform.outbox.Outbox;
import org.puente.platform.outbox.Outgoing;
import org.puente.platform.persistence.Epoch;
import org.puente.platform.testing.Backup;
import org.puente.platform.testing.ExpectedErrors;
import org.puente.platform.testing.Tokens;
import org.puente.platform.testing.Wire;

@QuarkusTest
class RestoredTest extends RestoreSlice {
    private static final String DATABASE = "gtm_registry";

    private static final String POSITIONS_OF_THE_BACKUP =
            "update intake_position here set next_offset = backup.next_offset from backup"
                    + " where backup.topic = here.topic"
                    + " and backup.partition_no = here.partition_no";

    @Inject
    Outbox outbox;

    @Inject
    Epoch epoch;

    @Inject
    CatchUp catchUp;

    /** What comes after may write. */
    @AfterEach
    void awaitTheEnd() {
        current();
    }

    @Test
    void whatOthersPublishedSinceTheBackupIsTakenInAgain() {
        CapacityChanged before = received();
        Backup backup = Backup.of(DATABASE);
        CapacityChanged since = received();

        backup.restore();

        await().atMost(SOON).until(() -> effects(since.subject()) == 1);
        assertThat(effects(before.subject())).isEqualTo(1);
    }

    @Test
    void whatThisServicePublishedSinceTheBackupIsRecalledOnce() {
        CapacityChanged before = published();
        Backup backup = Backup.of(DATABASE);
        CapacityChanged since = published();

        backup.restore();

        await().atMost(SOON).until(() -> recalled(since.subject()) == 1);
        current();
        assertThat(recalled(before.subject())).isZero();
    }

    @Test
    @ExpectedErrors("Put aside from puente.gtm.directory")
    void whatCannotBeRecalledIsPutAsideAndKeepsNothingBack() {
        Backup backup = Backup.of(DATABASE);
        CapacityChanged broken = published();
        CapacityChanged next = published();
        RecallCounter.BROKEN.add(broken.subject());

        backup.restore();

        await().atMost(SOON).until(() -> recalled(next.subject()) == 1);
        current();
        assertThat(recalled(broken.subject())).isZero();
        assertThat(count("select count(*) from dead_letter where record_key = ?", broken.subject()))
                .isEqualTo(1);
    }

    @Test
    void whatWaitedInTheOutboxOfTheBackupIsNotForgotten() throws SQLException {
        CapacityChanged fact = fact("gtm", 1);
        run(session -> outbox.add(session, Outgoing.of(fact, fact.updatedAt())));
        Backup backup = Backup.of(DATABASE); // before it is sent, or just after
        await().atMost(SOON).until(() -> !Wire.dump(OWN_TOPIC, fact.subject()).isEmpty());

        backup.restore();
        received();
        current();

        assertThat(recalled(fact.subject())).isZero();
    }

    @Test
    void aRestoreBeginsAnotherEpoch() {
        Backup backup = Backup.of(DATABASE);
        String token = epoch.token();
        received();

        backup.restore();

        await().atMost(SOON).until(() -> epoch.isCurrent() && !epoch.holds(token));
        assertThat(epoch.holds(null)).isFalse();
    }

    @Test
    void aStartNoticesThatOthersWereForgotten() throws SQLException {
        String token = epoch.token();
        change("select puente_restored()"); // from here on the positions alone decide
        await().atMost(SOON).until(() -> epoch.isCurrent() && !epoch.holds(token));
        besideAnotherInstance(other -> {
            sql(other, "create temp table backup as select * from intake_position");
            CapacityChanged fact = received();
            received(factBeside(fact.subject(), "hnd")); // so that the group's offset is behind the fact
            sql(other, POSITIONS_OF_THE_BACKUP);
            assertThat(behind()).as("what was taken in is no sign of a restore").isFalse();

            sql(other, POSITIONS_OF_THE_BACKUP);
            sql(other, "delete from inbox where taken_at > now() - interval '1 minute'");
            await().atMost(SOON).until(this::behind);
            assertThat(effects(fact.subject())).isEqualTo(1);
            sql(other, "drop table backup");
            change("select puente_restored()"); // or the watch would find it only later, in another test
        });
        current();
    }

    @Test
    void aStartNoticesThatItsOwnWordsWereForgotten() throws SQLException {
        published();
        besideAnotherInstance(other -> {
            assertThat(behind()).isFalse();
            sql(other, "update relay_position set next_offset = greatest(next_offset - 1, 0)");
            assertThat(behind()).isTrue();
        });
        current();
    }

    @Test
    void nobodyWritesBeforeItHasCaughtUp() throws SQLException {
        besideAnotherInstance(other -> {
            change("select puente_restored()");
            await().atMost(SOON).until(() -> !epoch.isCurrent());
            replay().statusCode(503)
                    .header("Retry-After", notNullValue())
                    .body("type", equalTo("urn:puente:problem:catching-up"));
            given().auth()
                    .oauth2(Tokens.region("operator"))
                    .get("/v1/dead-letters")
                    .then()
                    .statusCode(200);
        });
        current();
        replay().statusCode(404);
    }

    @Test
    void whileAnotherInstanceCatchesUpTheNewEpochIsKnownHereToo() throws SQLException {
        besideAnotherInstance(other -> {
            change("select puente_restored()");
            await().atMost(SOON).until(() -> !epoch.isCurrent());
            await().atMost(SOON).ignoreExceptions().until(() -> epoch.holds(token()));
        });
        current();
    }

    private String token() throws SQLException {
        try (Connection connection = database.getConnection()) {
            return EpochTable.read(connection).token();
        }
    }

    private static ValidatableResponse replay() {
        return given().auth()
                .oauth2(Tokens.of("gtm", "gtm-x", "operator"))
                .contentType(ContentType.JSON)
                .post("/v1/dead-letters/{id}/replay", UUID.randomUUID())
                .then();
    }

    private CapacityChanged received() {
        return received(fact("hnd", 0));
    }

    private CapacityChanged received(CapacityChanged fact) {
        put("hnd", fact);
        await().atMost(SOON).until(() -> effects(fact.subject()) == 1);
        return fact;
    }

    private CapacityChanged published() {
        CapacityChanged fact = fact("gtm", 0);
        run(session -> outbox.add(session, Outgoing.of(fact, fact.updatedAt())));
        await().atMost(SOON)
                .until(() -> !Wire.dump(OWN_TOPIC, fact.subject()).isEmpty()
                        && count("select count(*) from outbox where" + " aggregateid = ?", fact.subject()) == 0);
        return fact;
    }

    /** Also where the watch has not yet seen what the test has done to the database. */
    private void current() {
        await().atMost(SOON).ignoreExceptions().until(() -> epoch.isCurrent() && epoch.holds(token()));
    }

    private long recalled(String subject) {
        return count("select count(*) from recalled where subject = ?", subject);
    }

    private boolean behind() throws SQLException {
        try (Connection connection = database.getConnection()) {
            return catchUp.isBehind(connection);
        }
    }

    private void change(String sql) throws SQLException {
        try (Connection connection = database.getConnection()) {
            sql(connection, sql);
        }
    }
}
