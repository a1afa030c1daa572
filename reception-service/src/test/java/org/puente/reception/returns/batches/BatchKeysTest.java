package org.puente.reception.returns.batches;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.puente.platform.ids.Ids;
import org.puente.reception.RegistrationForm;

/** Nothing happens twice, however a batch is split, ordered or repeated. */
@QuarkusTest
class BatchKeysTest extends BatchTestBase {
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

    /** A centre sends its day again, with keys of its own making, after somebody asked to be erased. */
    @Test
    void refusesTheCaseIdOfAnErasedReturnUnderAnotherKey() {
        Response registered = register(RegistrationForm.filled());
        String path = "/v1/returns/" + registered.path("caseId");
        intake().delete(path + "/consents/" + registered.path("consentId"))
                .then()
                .statusCode(204);
        intake().header("If-Match", "*").delete(path).then().statusCode(204);

        Answer answer = send(row().with("/caseId", "'" + registered.path("caseId") + "'"));

        assertThat(answer.results()).containsExactly("refused");
        assertThat(answer.error(0)).isEqualTo("/caseId case-id-taken");
    }

    @Test
    void refusesACaseIdThatWouldNeverBeErased() {
        Answer answer = send(
                row().with("/caseId", "'ffffffff-ffff-7fff-bfff-ffffffffffff'"),
                row().with("/caseId", "'" + UUID.randomUUID() + "'"));

        assertThat(List.of(answer.error(0), answer.error(1))).containsOnly("/caseId case-id-form");
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
    void showsNoCodeThatHasEnded() {
        RegistrationForm row = row();
        Answer first = send(row);
        intake().post("/v1/returns/" + first.texts("caseId").getFirst() + "/status-code")
                .then()
                .statusCode(200);

        Answer second = send(row);

        assertThat(second.results()).containsExactly("known");
        assertThat(second.rows().getFirst().has("statusCode")).isFalse();
    }

    @Test
    void knowsARowWithoutItsCodeWhereTheSecretWasReplaced() {
        RegistrationForm row = row();
        send(row);
        execute("update registration_key set code = 'eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIn0..AAAAAAAAAAAAAAAA.AAAA."
                + "AAAAAAAAAAAAAAAAAAAAAA' where key = '" + row.text("/key") + "'");

        Answer answer = send(row);

        assertThat(answer.results()).containsExactly("known");
        assertThat(answer.rows().getFirst().has("statusCode")).isFalse();
    }

    @Test
    void knowsTheRowsOfEarlierChunksInADryRun() {
        List<RegistrationForm> rows = new ArrayList<>(rows(300));
        RegistrationForm first = rows.getFirst();
        rows.add(first);
        rows.add(row(first.text("/key")));

        Answer answer = Answer.of(sending(BatchFormat.LINES)
                .queryParam("dry-run", true)
                .body(utf8(lines(rows)))
                .post(PATH));

        assertThat(answer.results().subList(300, 302)).containsExactly("known", "refused");
        assertThat(answer.error(301)).isEqualTo("/key row-key-reused");
    }
}
