package org.puente.reception.returns.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.puente.platform.testing.ExpectedErrors;
import org.puente.platform.testing.Locks;
import org.puente.reception.RegistrationForm;

/** What matching stores of a case, and for how long. */
@QuarkusTest
class StoredMatchTest extends MatchTestBase {
    @Inject
    DueMatches due;

    @Test
    void theTableOfMatchingHoldsNoName() {
        RegistrationForm form = RegistrationForm.filled();
        String caseId = id(register(form));

        assertThat(count("select count(*) from person_match where case_id = '" + caseId + "'"))
                .isOne();
        assertThat(count("select count(*) from person_match match where cast(match as text) ~* 'zenaida|quetzal'"
                        + " or encode(sealed, 'escape') ~* 'zenaida|quetzal|1991-03-14'"))
                .isZero();
    }

    @Test
    void aCaseOfBeforeThereWasMatchingIsFoundOnceItIsStored() throws Throwable {
        RegistrationForm form = RegistrationForm.filled();
        String first = id(register(form));
        execute("delete from person_match where case_id = '" + first + "'");
        execute("update return_case set match_due = true where case_id = '" + first + "'");
        assertThat(matches(id(register(form.with("/returnedOn", "'2026-01-01'"))))
                        .getList("matches"))
                .isEmpty();

        VertxContextSupport.subscribeAndAwait(due::tick);

        assertThat(matches(id(register(form.with("/returnedOn", "'2026-06-01'"))))
                        .<String>getList("matches.caseId"))
                .contains(first);
    }

    /** People are compared and noted after they are stored, in another transaction. */
    @Test
    @ExpectedErrors("possible_match")
    void whoIsNotNotedStaysDue() throws Throwable {
        RegistrationForm form = RegistrationForm.filled();
        register(form);
        String caseId = id(register(form.with("/returnedOn", "'2026-01-01'")));
        execute("delete from person_match where case_id = '" + caseId + "'");
        execute("delete from possible_match where '" + caseId + "' in (case_id, other_case_id)");
        execute("update return_case set match_due = true where case_id = '" + caseId + "'");
        execute("alter table possible_match rename to possible_match_away");
        try {
            assertThatThrownBy(() -> VertxContextSupport.subscribeAndAwait(due::tick))
                    .hasMessageContaining("possible_match");
        } finally {
            execute("alter table possible_match_away rename to possible_match");
        }
        assertThat(count("select count(*) from person_match where case_id = '" + caseId + "'"))
                .isOne();

        VertxContextSupport.subscribeAndAwait(due::tick);

        assertThat(count("select count(*) from possible_match where '" + caseId + "' in (case_id, other_case_id)"))
                .isEqualTo(2);
    }

    @Test
    void whatAFormerReleaseAmendsIsStoredAnew() throws Throwable {
        RegistrationForm form = RegistrationForm.filled();
        String first = id(register(form));
        execute("update return_case set content = replace(content, 'Zenaida', 'Ramona'), version = version + 1"
                + " where case_id = '" + first + "'");

        VertxContextSupport.subscribeAndAwait(due::tick);

        String given = form.text("/person/givenNames").replace("Zenaida", "Ramona");
        String second = id(register(form.with("/person/givenNames", "'" + given + "'")));
        assertThat(matches(second).<String>getList("matches[0].reasons.code")).contains("same-names");
    }

    @Test
    void anAmendmentIsStoredAtOnce() {
        String caseId = id(register(RegistrationForm.filled()));

        amend(caseId, "{\"person\": {\"familyNames\": \"Ixchel\"}}");

        assertThat(count("select count(*) from return_case where match_due and case_id = '" + caseId + "'"))
                .isZero();
    }

    @Test
    void ofWhomNothingIsLeftToCompareNothingIsStored() {
        String caseId = id(register(RegistrationForm.filled()));

        amend(caseId, "{\"person\": {\"givenNames\": null, \"familyNames\": null, \"withoutNames\": true}}");

        assertThat(count("select count(*) from person_match where case_id = '" + caseId + "'"))
                .isZero();
    }

    @Test
    void whatCannotBeComparedDoesNotKeepTheClockBusy() throws Throwable {
        String caseId = id(register(RegistrationForm.filled()
                .without("/person/givenNames")
                .without("/person/familyNames")
                .with("/person/withoutNames", "true")));
        execute("insert into person_match values ('" + caseId + "', 'zz-former', '{}', '')");

        VertxContextSupport.subscribeAndAwait(due::tick);

        assertThat(count("select count(*) from person_match where case_id = '" + caseId + "'"))
                .isZero();
    }

    @Test
    void nothingIsStoredWithoutItsCase() {
        assertThatThrownBy(() -> execute("insert into person_match values (gen_random_uuid(), 'zz', '{}', '')"))
                .hasMessageContaining("person_match_case");
    }

    @Test
    void theCasesOfOnePersonLeaveRoomForOthers() {
        String dui = RegistrationForm.dui();
        RegistrationForm form = RegistrationForm.filled();
        String other = id(register(form));
        form.document("dui", dui);
        for (int month = 1; month <= 12; month++) {
            register(form.with("/returnedOn", "'2023-%02d-01'".formatted(month)));
            register(form.with("/returnedOn", "'2023-%02d-15'".formatted(month)));
        }

        String again = id(register(form.with("/returnedOn", "'2024-06-01'")));

        assertThat(matches(again).<String>getList("matches.caseId")).contains(other);
    }

    @Test
    void afterTheSecretWasReplacedEverybodyIsStoredAnew() throws Throwable {
        RegistrationForm form = RegistrationForm.filled();
        String first = id(register(form));
        execute("update person_match set key = 'zz-former', tags = '{}', sealed = '\\x00112233445566778899aabbccddeeff'"
                + " where case_id = '" + first + "'");

        VertxContextSupport.subscribeAndAwait(due::tick);

        assertThat(count("select count(*) from person_match where key = 'zz-former'"))
                .isZero();
        assertThat(matches(id(register(form))).<String>getList("matches.caseId"))
                .contains(first);
    }

    @Test
    void erasingAReturnErasesItsMatchesAndDecisions() {
        RegistrationForm form = RegistrationForm.filled();
        String first = id(register(form));
        Response second = register(form);
        decide(first, onlyMatch(first), "not-the-same");

        intake().delete("/v1/returns/" + id(second) + "/consents/" + second.path("consentId"));
        intake().header("If-Match", "*")
                .delete("/v1/returns/" + id(second))
                .then()
                .statusCode(204);

        assertThat(count("select count(*) from person_match where case_id = '" + id(second) + "'"))
                .isZero();
        assertThat(matches(first).getList("matches")).isEmpty();
    }

    @Test
    void aRegistrationSucceedsThoughWhomItIsLikeIsErasedMeanwhile() throws Exception {
        RegistrationForm form = RegistrationForm.filled();
        String first = id(register(form));
        CompletableFuture<Response> second;
        try (Connection erasing = databaseConnection();
                Statement statement = erasing.createStatement()) {
            erasing.setAutoCommit(false);
            statement.execute("delete from consent where case_id = '" + first + "'");
            statement.execute("delete from return_case where case_id = '" + first + "'");
            second = CompletableFuture.supplyAsync(() -> register(form));
            await().atMost(Duration.ofSeconds(30)).until(() -> Locks.waitingFor(erasing) > 0);
            erasing.commit();
        }

        assertThat(second.get().statusCode()).isEqualTo(201);
    }
}
