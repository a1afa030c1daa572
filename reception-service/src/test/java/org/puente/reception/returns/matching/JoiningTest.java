package org.puente.reception.returns.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.puente.contracts.ReturnFact;
import org.puente.reception.RegistrationForm;

/** Desks say that two people are the same; who counts as one follows from what is said. */
@QuarkusTest
class JoiningTest extends MatchTestBase {
    @Test
    void whoIsTheSameCountsAsOnePerson() {
        RegistrationForm form = RegistrationForm.filled();
        Response first = register(form.with("/returnedOn", "'2024-03-01'"));
        Response second = register(form.with("/returnedOn", "'2025-03-01'"));

        Response decided = decide(id(second), onlyMatch(id(second)), "same");

        assertThat(decided.<Boolean>path("linked")).isTrue();
        assertThat(read(id(second)).<String>path("personId")).isEqualTo(first.path("personId"));
        ReturnFact.Amended fact =
                awaitFacts(RETURNS, id(second), ReturnFact.Amended.class, 1).getFirst();
        assertThat(fact.personId()).hasToString(first.path("personId"));
        assertThat(fact.priorReturns()).isEqualTo(1);
    }

    @Test
    void aLinkThatIsMadeAndUndoneLeavesNoTraceButTheAudit() {
        RegistrationForm form = RegistrationForm.filled().with("/person/documents", "[]");
        Response first = register(form.with("/returnedOn", "'2024-03-01'"));
        Response second = register(form.with("/returnedOn", "'2025-03-01'"));
        String match = onlyMatch(id(second));
        List<Map<String, Object>> before = matches(id(first)).getList("matches");

        decide(id(second), match, "same");
        decide(id(first), match, "undecided");

        assertThat(read(id(second)).<String>path("personId")).isEqualTo(second.path("personId"));
        assertThat(matches(id(first)).<Map<String, Object>>getList("matches")).isEqualTo(before);
        assertThat(count("select count(*) from person_decision where case_id in ('%s', '%s')"
                        .formatted(id(first), id(second))))
                .isZero();
        assertThat(awaitFacts(RETURNS, id(second), ReturnFact.Amended.class, 2).getLast())
                .satisfies(fact -> assertThat(fact.personId()).hasToString(second.path("personId")))
                .satisfies(fact -> assertThat(fact.priorReturns()).isZero());
        assertThat(count("select count(*) from audit where action = 'match.decided' and subject in ('%s', '%s')"
                        .formatted(id(first), id(second))))
                .isEqualTo(2);
    }

    @Test
    void threeWhoAreLinkedThroughOneAreOne() {
        RegistrationForm form = RegistrationForm.filled();
        Response first = register(form.with("/returnedOn", "'2024-03-01'"));
        Response second = register(form.with("/returnedOn", "'2024-06-01'"));
        String between = onlyMatch(id(second));
        Response third = register(form.with("/returnedOn", "'2024-09-01'"));
        decide(id(second), between, "same");

        String toThird = matches(id(third)).getString("matches[0].matchId");
        decide(id(third), toThird, "same");

        assertThat(read(id(third)).<String>path("personId")).isEqualTo(first.path("personId"));
        decide(id(second), between, "not-the-same");
        assertThat(List.of(
                        read(id(first)).<String>path("personId"),
                        read(id(second)).<String>path("personId")))
                .doesNotHaveDuplicates();
    }

    @Test
    void twoInstitutionsLinkTheirPeopleWhenBothSaySo() {
        RegistrationForm form = RegistrationForm.filled();
        Response theirs = by("gtm-other")
                .body(form.with("/receptionPoint", "'gtm-other-desk'").json())
                .post("/v1/returns");
        Response own = register(form.with("/receptionPoint", "'gtm-fag'").with("/returnedOn", "'2025-06-01'"));
        String match = onlyMatch(id(own));

        assertThat(decide(id(own), match, "same").<Boolean>path("linked")).isFalse();
        assertThat(read(id(own)).<String>path("personId")).isEqualTo(own.path("personId"));

        Response agreed =
                by("gtm-other").body("{\"decision\": \"same\"}").put("/v1/returns/" + id(theirs) + "/matches/" + match);
        assertThat(agreed.<Boolean>path("linked")).isTrue();
        assertThat(read(id(own)).<String>path("personId")).isEqualTo(theirs.path("personId"));

        decide(id(own), match, "not-the-same");
        assertThat(read(id(own)).<String>path("personId")).isEqualTo(own.path("personId"));
    }

    @Test
    void raisesOnlyTheCaseWhosePersonHasChanged() {
        RegistrationForm form = RegistrationForm.filled();
        String first = id(register(form.with("/returnedOn", "'2024-03-01'")));
        String second = id(register(form.with("/returnedOn", "'2025-03-01'")));

        decide(second, onlyMatch(second), "same");

        assertThat(read(first).<Integer>path("version")).isEqualTo(1);
        assertThat(read(second).<Integer>path("version")).isEqualTo(2);
    }

    @Test
    void nobodyJoinsAloneWhomAnotherInstitutionHasReceivedToo() {
        RegistrationForm form = RegistrationForm.filled().document("dui", RegistrationForm.dui());
        Response theirs = registerElsewhere(form.with("/returnedOn", "'2024-01-01'"));
        Response own = registerHere(form.with("/returnedOn", "'2024-06-01'"));
        Response without = registerHere(form.with("/person/documents", "[]").with("/returnedOn", "'2025-06-01'"));

        Response decided = decide(id(without), onlyMatch(id(without)), "same");

        assertThat(own.<String>path("personId")).isEqualTo(theirs.path("personId"));
        assertThat(decided.<Boolean>path("linked")).isFalse();
        assertThat(decided.<String>path("detail")).contains("agrees");
        assertThat(person(id(without))).isEqualTo(without.path("personId"));
    }

    @Test
    void anInstitutionIsAskedForItsDecisionWithoutBeingToldAboutWhom() {
        RegistrationForm form = RegistrationForm.filled().document("dui", RegistrationForm.dui());
        Response theirs = registerElsewhere(form.with("/returnedOn", "'2024-01-01'"));
        registerHere(form.with("/returnedOn", "'2024-06-01'"));
        Response without = registerHere(form.with("/person/documents", "[]")
                .without("/person/birthDate")
                .with("/person/birthYear", "1991")
                .with("/returnedOn", "'2025-06-01'"));
        assertThat(matches(OTHER, id(theirs)).getList("matches")).isEmpty();

        decide(id(without), onlyMatch(id(without)), "same");

        Map<String, Object> asked = matches(OTHER, id(theirs)).getMap("matches[0]");
        assertThat(asked)
                .containsEntry("decision", "undecided")
                .containsEntry("linked", false)
                .containsEntry("ofAnotherInstitution", true)
                .doesNotContainKeys("caseId", "level");
        Response agreed = decide(OTHER, id(theirs), (String) asked.get("matchId"), "same");
        assertThat(agreed.<Boolean>path("linked")).isTrue();
        assertThat(person(id(without))).isEqualTo(theirs.path("personId"));
    }

    @Test
    void whoReceivesAPersonLaterFindsTheJoinAndEndsIt() {
        RegistrationForm form = RegistrationForm.filled();
        Response first = register(form.with("/returnedOn", "'2024-01-01'"));
        String dui = RegistrationForm.dui();
        Response second = register(form.document("dui", dui).with("/returnedOn", "'2024-06-01'"));
        decide(id(second), onlyMatch(id(second)), "same");
        Response theirs = registerElsewhere(form.with("/returnedOn", "'2025-01-01'"));
        assertThat(theirs.<String>path("personId")).isEqualTo(first.path("personId"));

        Map<String, Object> found = matches(OTHER, id(theirs)).getMap("matches[0]");
        assertThat(found).containsEntry("linked", true).containsEntry("decision", "undecided");
        decide(OTHER, id(theirs), (String) found.get("matchId"), "not-the-same");

        assertThat(person(OTHER, id(theirs))).isEqualTo(second.path("personId"));
        assertThat(person(id(first))).isEqualTo(first.path("personId"));
    }

    @Test
    void aJoinEndsWithTheCaseOnWhichItRested() {
        RegistrationForm form = RegistrationForm.filled();
        Response first = register(form.with("/returnedOn", "'2024-01-01'"));
        Response second = register(form.with("/returnedOn", "'2024-06-01'"));
        Response third = register(form.with("/returnedOn", "'2025-06-01'"));
        matches(id(second)).<String>getList("matches.matchId").forEach(match -> decide(id(second), match, "same"));
        assertThat(person(id(third))).isEqualTo(first.path("personId"));

        erase(second);

        awaitPerson(id(third), third.path("personId"));
        assertThat(awaitFacts(RETURNS, id(third), ReturnFact.Amended.class, 2)
                        .getLast()
                        .personId())
                .hasToString(third.path("personId"));
    }

    @Test
    void whoSaysThatMoreThanAHundredPairsAreTheSameIsRefused() {
        RegistrationForm form = RegistrationForm.filled();
        String first = id(register(form));
        saidToBeTheSameOf(first, PersonLinks.MAX_PAIRS);
        String next = id(register(form));

        Response refused = decide(next, onlyMatch(next), "same");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.<String>path("type")).endsWith("match-too-many-together");
        assertThat(decide(next, onlyMatch(next), "not-the-same").statusCode()).isEqualTo(200);
        execute("delete from return_case where reception_point = 'gtm-many'");
    }

    /** Cases of another institution, of people who are not registered for matching. */
    private void saidToBeTheSameOf(String caseId, int count) {
        execute("""
                insert into return_case
                select (jsonb_populate_record(first, cast(json_build_object(
                           'case_id', made.id, 'person_id', made.id, 'institution', 'gtm-other',
                           'reception_point', 'gtm-many', 'status_mark', null, 'dossier_id', null,
                           'visit_dossier_id', null) as jsonb))).*
                from return_case first, (select gen_random_uuid() as id from generate_series(1, %2$d)) made
                where case_id = '%1$s';
                insert into person_decision (case_id, other_case_id, decision, decided_at)
                select '%1$s', case_id, 'same', now() from return_case where reception_point = 'gtm-many'
                """.formatted(caseId, count));
    }

    /** Else the retention of one return would begin that of another anew. */
    @Test
    void aJoinThatTheClockEndsIsPublishedAndKeepsTheReturnNoLonger() {
        RegistrationForm form = RegistrationForm.filled();
        Response first = register(form.with("/returnedOn", "'2024-01-01'"));
        Response second = register(form.with("/returnedOn", "'2025-06-01'"));
        decide(id(second), onlyMatch(id(second)), "same");
        String modifiedAt = read(id(second)).path("modifiedAt");

        erase(first);

        ReturnFact.Amended fact =
                awaitFacts(RETURNS, id(second), ReturnFact.Amended.class, 2).getLast();
        assertThat(fact.personId()).hasToString(second.path("personId"));
        assertThat(fact.version()).isEqualTo(read(id(second)).<Integer>path("version"));
        assertThat(read(id(second)).<String>path("modifiedAt")).isEqualTo(modifiedAt);
    }

    @Test
    void aJoinOutlivesACaseWhosePersonHasAnother() {
        RegistrationForm form = RegistrationForm.filled();
        String dui = RegistrationForm.dui();
        Response first = register(form.document("dui", dui).with("/returnedOn", "'2024-01-01'"));
        Response again = register(form.with("/returnedOn", "'2024-03-01'"));
        Response without = register(form.with("/person/documents", "[]").with("/returnedOn", "'2025-06-01'"));
        decide(id(without), onlyMatch(id(without)), "same");

        erase(again);
        awaitNothingDue();
        assertThat(person(id(without))).isEqualTo(first.path("personId"));

        erase(first);
        awaitPerson(id(without), without.path("personId"));
    }

    @Test
    void aJoinEndsWhereDocumentsShowThatTheCaseIsOfSomebodyWhomAnotherInstitutionHasReceived() {
        RegistrationForm form = RegistrationForm.filled();
        Response first = register(form.with("/returnedOn", "'2024-01-01'"));
        Response second = register(form.with("/returnedOn", "'2024-06-01'"));
        decide(id(second), onlyMatch(id(second)), "same");
        String dui = RegistrationForm.dui();
        Response theirs = registerElsewhere(form.document("dui", dui).with("/returnedOn", "'2025-01-01'"));

        amend(id(second), "{\"person\": {\"documents\": [{\"kind\": \"dui\", \"number\": \"%s\"}]}}".formatted(dui));

        awaitPerson(id(second), theirs.path("personId"));
        assertThat(person(OTHER, id(theirs))).isEqualTo(theirs.path("personId"));
        assertThat(person(id(first))).isEqualTo(first.path("personId"));
    }

    @Test
    void aJoinIsMadeWhenTheInstitutionWhoseDecisionIsMissingHasErasedItsCase() {
        RegistrationForm form = RegistrationForm.filled().document("dui", RegistrationForm.dui());
        Response own = registerHere(form.with("/returnedOn", "'2024-01-01'"));
        Response theirs = registerElsewhere(form.with("/returnedOn", "'2024-06-01'"));
        Response without = registerHere(form.with("/person/documents", "[]").with("/returnedOn", "'2025-06-01'"));
        decide(id(without), onlyMatch(id(without)), "same");

        by(OTHER).delete("/v1/returns/" + id(theirs) + "/consents/" + theirs.path("consentId"));
        by(OTHER)
                .header("If-Match", "*")
                .delete("/v1/returns/" + id(theirs))
                .then()
                .statusCode(204);

        awaitPerson(id(without), own.path("personId"));
    }

    private void awaitNothingDue() {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> count("select count(*) from person_link_due where due_at <= now()") == 0);
    }

    private static void awaitPerson(String caseId, String person) {
        await().atMost(Duration.ofSeconds(30)).until(() -> person(caseId).equals(person));
    }
}
