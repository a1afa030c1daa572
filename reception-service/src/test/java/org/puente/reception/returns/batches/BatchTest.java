package org.puente.reception.returns.batches;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.puente.contracts.ConsentPurpose;
import org.puente.contracts.ReturnFact;
import org.puente.reception.RegistrationForm;

/** Rows of a batch are registered or refused, each by itself. */
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
    void refusesTheReceptionPointOfAnotherInstitution() {
        assertThat(send(row().with("/receptionPoint", "'gtm-other-desk'")).error(0))
                .isEqualTo("/receptionPoint reception-point-unknown");
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
