package org.puente.reception.returns.registering;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.puente.platform.testing.DocumentedAnswers;
import org.puente.platform.testing.ExpectedErrors;
import org.puente.platform.testing.Wire;
import org.puente.reception.ReceptionTest;
import org.puente.reception.RegistrationForm;

@QuarkusTest
class OnceTest extends ReceptionTest {
    private final String key = UUID.randomUUID().toString();

    @Test
    void givesTheSameAnswerToTheSameRequestUnderTheSameKey() {
        RegistrationForm form = RegistrationForm.filled();
        Response first = post(form);
        Response second = post(form);

        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.asString()).isEqualTo(first.asString());
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
    }

    @Test
    void keepsWhatIsOwedSealedInTheAnswerThatIsToBeRepeated() throws Exception {
        RegistrationForm form = RegistrationForm.filled().with("/restricted", "{'trafficking': true}");
        Response first = post(form);

        assertThat(post(form).asString()).contains("restricted-referral").isEqualTo(first.asString());
        assertThat(count("select count(*) from idempotency_key it where cast(it as text) like '%restricted-referral%'"))
                .isZero();
    }

    @Test
    void refusesAnotherRequestUnderTheSameKey() {
        post(RegistrationForm.filled());

        assertThat(post(RegistrationForm.filled()).statusCode()).isEqualTo(422);
    }

    @Test
    void registersOnceWhereTheSameRequestComesSixTimesAtOnce() throws Exception {
        RegistrationForm form = RegistrationForm.filled();
        long before = count("select count(*) from return_case");
        Callable<Response> call = () -> post(form);
        try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
            List<Future<Response>> answers = threads.invokeAll(List.of(call, call, call, call, call, call));

            assertThat(answers)
                    .extracting(answer -> answer.get().asString())
                    .containsOnly(answers.getFirst().get().asString());
        }
        assertThat(count("select count(*) from return_case")).isEqualTo(before + 1);
    }

    @Test
    @ExpectedErrors({"Failed to commit transaction", "Answered 500"})
    void leavesNoFactAndNoReturnWhereTheCommitFails() {
        String household = UUID.randomUUID().toString();
        RegistrationForm form = RegistrationForm.filled().with("/household/id", "'" + household + "'");
        execute("""
            create function refuse() returns trigger language plpgsql as
            $$ begin raise exception 'no'; end $$;
            create constraint trigger refused after insert on return_case
            deferrable initially deferred for each row execute function refuse()
            """);
        try {
            assertThat(failing(form).statusCode()).isEqualTo(500);
        } finally {
            execute("drop function refuse() cascade");
        }

        awaitEmptyOutbox();
        assertThat(count("select count(*) from return_case where household_id = '" + household + "'"))
                .isZero();
        assertThat(Wire.dump(RETURNS)).noneMatch(record -> record.value().contains(household));
        String registered = post(RegistrationForm.filled().with("/household/id", "'" + household + "'"))
                .then()
                .statusCode(201) // the key is free again
                .extract()
                .path("caseId");
        assertThat(awaitRegistered(registered).household().id()).hasToString(household);
    }

    /** No document has a fault of ours. */
    private Response failing(RegistrationForm form) {
        return intake().noFiltersOfType(DocumentedAnswers.class)
                .header("Idempotency-Key", key)
                .body(form.json())
                .post("/v1/returns");
    }

    private Response post(RegistrationForm form) {
        return intake().header("Idempotency-Key", key).body(form.json()).post("/v1/returns");
    }
}
