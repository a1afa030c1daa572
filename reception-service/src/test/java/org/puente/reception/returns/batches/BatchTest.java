package org.puente.reception.returns.batches;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.puente.contracts.ConsentPurpose;
import org.puente.contracts.ReturnFact;
import org.puente.platform.ids.Ids;
import org.puente.reception.RegistrationForm;

@QuarkusTest
class BatchTest extends BatchTestBase {
    @Test
    void registersEachRowAsASingleRegistrationDoes() {
        Answer answer = send(rows(3));

        assertThat(answer.results()).containsOnly("created");
        String caseId = answer.rows().getFirst().path("caseId").asText();
        assertThat(awaitRegistered(caseId).version()).isEqualTo(1);
        assertThat(awaitFacts(RETURNS, caseId, ReturnFact.ConsentRecorded.class, 1)
                        .getFirst()
                        .consentId())
                .hasToString(answer.rows().getFirst().path("consentId").asText());
        awaitEmptyOutbox();
        assertThat(dossiers(caseId, ConsentPurpose.REFERRAL)).hasSize(1);
        assertThat(dossiers(caseId, ConsentPurpose.FOLLOW_UP)).hasSize(1);
    }

    @Test
    void showsWhatWasRegistered() {
        RegistrationForm form = row().with("/happenedAt", "'2025-01-02T15:04:05Z'");
        Answer answer = send(form);

        Response read = intake().get("/v1/returns/" + answer.texts("caseId").getFirst());

        assertThat(read.<String>path("person.givenNames")).isEqualTo(form.text("/person/givenNames"));
        assertThat(read.<String>path("happenedAt")).isEqualTo("2025-01-02T15:04:05Z");
        assertThat(read.<Integer>path("version")).isEqualTo(1);
    }

    @Test
    void handsOutACodeThatShowsTheStatus() {
        Answer answer = send(rows(1));

        String code = answer.texts("statusCode").getFirst();

        io.restassured.RestAssured.given()
                .contentType("application/json")
                .header("X-Forwarded-For", "2001:db8:ba7c::1")
                .body("{\"code\": \"%s\", \"birthYear\": 1991}".formatted(code))
                .post("/v1/status")
                .then()
                .statusCode(200);
    }

    @Test
    void registersTheGoodRowsAmongBadOnes() {
        long before = count("select count(*) from return_case");

        Answer answer = send(
                row(),
                row().with("/person/sex", "'W'"),
                row(),
                row().with("/returnedOn", "'2999-01-01'"),
                row().without("/consent"));

        assertThat(answer.results()).containsExactly("created", "refused", "created", "refused", "refused");
        assertThat(List.of(answer.error(1), answer.error(3), answer.error(4)))
                .containsExactly("/person/sex not-a-code", "/returnedOn in-the-future", "/consent consent-missing");
        assertThat(answer.summary().path("created").asInt()).isEqualTo(2);
        assertThat(answer.summary().path("refused").asInt()).isEqualTo(3);
        assertThat(answer.summary().path("complete").asBoolean()).isTrue();
        assertThat(count("select count(*) from return_case")).isEqualTo(before + 2);
    }

    @Test
    void saysWhyInTheLanguageOfTheCaller() {
        Answer answer = Answer.of(sending(BatchFormat.LINES)
                .header("Accept-Language", "es")
                .body(utf8(lines(List.of(row().without("/consent")))))
                .post(PATH));

        assertThat(answer.rows().getFirst().at("/errors/0/detail").asText()).contains("consentimiento");
    }

    @Test
    void warnsWithoutStopping() {
        Answer answer = send(row().document("dui", "12345678-0"));

        assertThat(answer.results()).containsExactly("warned");
        assertThat(answer.rows().getFirst().at("/warnings/0/code").asText()).isEqualTo("document-check-failed");
        assertThat(answer.summary().path("warned").asInt()).isEqualTo(1);
    }

    @Test
    void warnsOfAClockThatIsAhead() {
        Answer answer = send(row().with("/happenedAt", "'2040-01-01T00:00:00Z'"));

        assertThat(answer.rows().getFirst().at("/warnings/0/code").asText()).isEqualTo("clock-differs");
    }

    @Test
    void countsDeadlinesFromWhenItCameAndNotByTheClientsClock() {
        Answer answer = send(row().with("/happenedAt", "'2024-01-01T00:00:00Z'"));

        assertThat(awaitRegistered(answer.texts("caseId").getFirst()).occurredAt())
                .isAfter(java.time.Instant.parse("2025-01-01T00:00:00Z"));
    }

    @Test
    void knowsARowThatComesAgain() {
        List<RegistrationForm> rows = rows(2);
        Answer first = send(rows);
        Answer second = send(rows);

        assertThat(second.results()).containsOnly("known");
        assertThat(second.texts("caseId")).isEqualTo(first.texts("caseId"));
        assertThat(second.texts("statusCode")).isEqualTo(first.texts("statusCode"));
    }

    @Test
    void refusesAnotherContentUnderAKey() {
        RegistrationForm row = row();
        send(row);

        Answer answer = send(row.with("/person/givenNames", "'Otra'"));

        assertThat(answer.error(0)).isEqualTo("/key row-key-reused");
    }

    @Test
    void takesARowTwiceInOneBatchForOne() {
        RegistrationForm row = row();

        Answer answer = send(row, row);

        assertThat(answer.results()).containsExactly("created", "known");
        assertThat(answer.texts("caseId")).containsOnly(answer.texts("caseId").getFirst());
    }

    @Test
    void refusesAKeyThatIsReusedWithinTheBatch() {
        RegistrationForm first = row();

        Answer answer = send(first, row(first.text("/key")));

        assertThat(answer.results()).containsExactly("created", "refused");
    }

    @Test
    void keepsTheKeysOfInstitutionsApart() {
        RegistrationForm row = row();
        send(row);

        Answer other = Answer.of(sending("gtm-other", BatchFormat.LINES)
                .body(utf8(row.with("/receptionPoint", "'gtm-other-desk'").json()))
                .post(PATH));

        assertThat(other.results()).hasSize(1).doesNotContain("known", "refused");
    }

    @Test
    void refusesTheReceptionPointOfAnotherInstitution() {
        assertThat(send(row().with("/receptionPoint", "'gtm-other-desk'")).error(0))
                .isEqualTo("/receptionPoint reception-point-unknown");
    }

    @Test
    void doesNotRegisterAgainWhatWasErased() {
        RegistrationForm row = row();
        Answer answer = send(row);
        String path = "/v1/returns/" + answer.texts("caseId").getFirst();
        String consent = path + "/consents/" + answer.texts("consentId").getFirst();
        intake().header("If-Match", "*").delete(consent).then().statusCode(204);
        intake().header("If-Match", "*").delete(path).then().statusCode(204);

        assertThat(send(row).error(0)).isEqualTo("/key row-erased");
    }

    @Test
    void takesTheCaseIdThatAClientMade() {
        UUID id = Ids.next();

        Answer answer = send(row().with("/caseId", "'" + id + "'"));

        assertThat(answer.texts("caseId")).containsExactly(id.toString());
        intake().get("/v1/returns/" + id).then().statusCode(200);
    }

    @Test
    void refusesACaseIdThatAnotherReturnHas() {
        String ofAnother = register(RegistrationForm.filled()).path("caseId");
        UUID twice = Ids.next();

        Answer answer = send(
                row().with("/caseId", "'" + ofAnother + "'"),
                row().with("/caseId", "'" + twice + "'"),
                row().with("/caseId", "'" + twice + "'"));

        assertThat(answer.results()).containsExactly("refused", "created", "refused");
        assertThat(answer.error(2)).isEqualTo("/caseId case-id-taken");
    }

    @Test
    void refusesACaseIdThatWouldNeverBeErased() {
        Answer answer = send(
                row().with("/caseId", "'ffffffff-ffff-7fff-bfff-ffffffffffff'"),
                row().with("/caseId", "'" + UUID.randomUUID() + "'"));

        assertThat(List.of(answer.error(0), answer.error(1))).containsOnly("/caseId case-id-form");
    }

    @Test
    void checksWithoutStoringInADryRun() {
        List<RegistrationForm> rows = new ArrayList<>(rows(2));
        rows.add(rows.getFirst());
        rows.add(row().with("/person/sex", "'W'"));
        long before = stored();

        Answer answer = Answer.of(sending(BatchFormat.LINES)
                .queryParam("dry-run", true)
                .body(utf8(lines(rows)))
                .post(PATH));

        assertThat(answer.results()).containsExactly("created", "created", "known", "refused");
        assertThat(answer.summary().path("dryRun").asBoolean()).isTrue();
        assertThat(answer.rows().getFirst().has("caseId")).isFalse();
        assertThat(stored()).isEqualTo(before);
        assertThat(send(rows.getFirst()).results()).containsExactly("created");
    }

    @Test
    void aDryRunDoesNotTellWhomAnotherInstitutionKnows() {
        String dui = RegistrationForm.dui();
        RegistrationForm theirs = RegistrationForm.filled().document("dui", dui);
        register(theirs);
        RegistrationForm asked =
                row().with("/receptionPoint", "'gtm-other-desk'").document("dui", dui);
        RegistrationForm named = row().with("/receptionPoint", "'gtm-other-desk'")
                .with("/person/givenNames", "'" + theirs.text("/person/givenNames") + "'")
                .with("/person/familyNames", "'" + theirs.text("/person/familyNames") + "'");

        Answer answer = Answer.of(sending("gtm-other", BatchFormat.LINES)
                .queryParam("dry-run", true)
                .body(utf8(lines(List.of(asked, named))))
                .post(PATH));

        assertThat(answer.results()).containsExactly("created", "created");
    }

    @Test
    void recognisesOnePersonInTwoRows() {
        String dui = RegistrationForm.dui();
        RegistrationForm first = row().document("dui", dui);
        RegistrationForm second = row().document("dui", dui)
                .with("/person/givenNames", "'" + first.text("/person/givenNames") + "'")
                .with("/person/familyNames", "'" + first.text("/person/familyNames") + "'")
                .with("/returnedOn", "'2025-06-01'");

        Answer answer = send(first, second);

        assertThat(answer.texts("personId"))
                .containsOnly(answer.texts("personId").getFirst());
        assertThat(awaitRegistered(answer.texts("caseId").get(1)).priorReturns())
                .isEqualTo(1);
    }

    @Test
    void recognisesAPersonWhoWasRegisteredBefore() {
        RegistrationForm form = RegistrationForm.filled().document("dui", RegistrationForm.dui());
        String person = register(form).path("personId");

        Answer answer = send(form.with("/key", "'" + UUID.randomUUID() + "'").with("/returnedOn", "'2025-06-01'"));

        assertThat(answer.texts("personId")).containsExactly(person);
    }

    @Test
    void tellsOfAnEarlierReturnThatMayBeOfTheSamePerson() {
        RegistrationForm earlier = row().with("/returnedOn", "'2024-03-02'");
        send(earlier);

        Answer answer = send(row().with("/person/givenNames", "'" + earlier.text("/person/givenNames") + "'")
                .with("/person/familyNames", "'" + earlier.text("/person/familyNames") + "'"));

        assertThat(answer.rows().getFirst().at("/warnings/0/code").asText()).isEqualTo("possible-same-person");
    }

    @Test
    void warnsOfADocumentThatTwoDifferentPeopleBring() {
        String dui = RegistrationForm.dui();

        RegistrationForm other =
                row().document("dui", dui).with("/person/givenNames", "'Ana'").with("/person/familyNames", "'Paz'");

        Answer answer = send(row().document("dui", dui), other);

        assertThat(answer.results()).containsExactly("created", "warned");
        assertThat(answer.rows().get(1).at("/warnings/0/code").asText()).isEqualTo("document-of-somebody-else");
    }

    @Test
    void countsAHouseholdWhoseMembersStandInOneBatch() {
        String household = "'" + UUID.randomUUID() + "'";

        Answer answer = send(row().with("/household/id", household), row().with("/household/id", household));

        assertThat(answer.texts("caseId"))
                .allSatisfy(
                        id -> assertThat(awaitRegistered(id).household().size()).isEqualTo(2));
    }

    @Test
    void registersOnceWhereTwoBatchesWithTheSameRowsComeAtOnce() throws Exception {
        List<RegistrationForm> rows = rows(600);
        List<RegistrationForm> reversed = rows.reversed();
        long before = count("select count(*) from return_case");
        Callable<Answer> one = () -> RawBatch.answer(lines(rows));
        Callable<Answer> other = () -> RawBatch.answer(lines(reversed));
        List<Answer> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            for (Future<Answer> answer : threads.invokeAll(List.of(one, other))) {
                answers.add(answer.get());
            }
        }

        assertThat(answers)
                .allSatisfy(answer ->
                        assertThat(answer.summary().path("refused").asInt()).isZero());
        assertThat(answers.stream()
                        .mapToInt(answer -> answer.summary().path("created").asInt())
                        .sum())
                .isEqualTo(600);
        assertThat(count("select count(*) from return_case")).isEqualTo(before + 600);
    }

    @Test
    void takesFiveThousandRowsInOneRequest() throws Exception {
        Answer answer = RawBatch.answer(lines(rows(5_000)));

        assertThat(answer.summary().path("created").asInt()).isEqualTo(5_000);
        assertThat(answer.texts("caseId")).doesNotHaveDuplicates().hasSize(5_000);
    }

    @Test
    void showsNobodyInTheAnswer() {
        RegistrationForm form = row();
        Response response = post(BatchFormat.LINES, utf8(form.json()));

        assertThat(Stream.of("/person/givenNames", "/person/familyNames").map(form::text))
                .noneMatch(name -> response.asString().contains(name));
    }

    @Test
    void namesTheColumnOfAnErrorInASpreadsheet() {
        String csv = "key,givenNames,sex,phones\nk-%s,Ana,W,5\n".formatted(UUID.randomUUID());

        JsonNode errors =
                Answer.of(post(BatchFormat.VALUES, utf8(csv))).rows().getFirst().path("errors");

        assertThat(errors.path(0).path("column").asText()).isEqualTo("sex");
    }

    private long stored() {
        return count("select (select count(*) from return_case) + (select count(*) from consent)"
                + " + (select count(*) from registration_key) + (select count(*) from person_document)");
    }
}
