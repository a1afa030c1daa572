package org.puente.reception.returns.registering;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.puente.contracts.ReturnFact;
import org.puente.platform.testing.DocumentedAnswers;
import org.puente.platform.testing.ExpectedErrors;
import org.puente.platform.testing.Wire;
import org.puente.reception.ReceptionTest;
import org.puente.reception.RegistrationForm;

/** Registrations that come at once are written by one transaction; nobody notices. */
@QuarkusTest
class TogetherTest extends ReceptionTest {
    private static final int AT_ONCE = 24;

    @Test
    void registersEachOfThoseThatComeAtOnce() {
        List<Response> answers = atOnce(each -> post(UUID.randomUUID().toString(), RegistrationForm.filled()));

        assertThat(answers).extracting(Response::statusCode).containsOnly(201);
        assertThat(answers)
                .extracting(answer -> answer.jsonPath().getString("caseId"))
                .doesNotHaveDuplicates()
                .allSatisfy(ReceptionTest::awaitRegistered);
    }

    @Test
    void refusesTheWrongOnesAndNobodyElse() {
        List<Response> answers = atOnce(each -> post(UUID.randomUUID().toString(), form(each)));

        assertThat(IntStream.range(0, AT_ONCE)
                        .filter(each -> answers.get(each).statusCode() == 400)
                        .boxed())
                .containsExactlyElementsOf(IntStream.range(0, AT_ONCE)
                        .filter(TogetherTest::wrong)
                        .boxed()
                        .toList());
    }

    @Test
    void leavesTheKeyOfAWrongOneFree() {
        List<String> keys = IntStream.range(0, AT_ONCE)
                .mapToObj(each -> UUID.randomUUID().toString())
                .toList();
        List<RegistrationForm> forms =
                IntStream.range(0, AT_ONCE).mapToObj(TogetherTest::form).toList();
        atOnce(each -> post(keys.get(each), forms.get(each)));

        assertThat(atOnce(each -> post(keys.get(each), wrong(each) ? RegistrationForm.filled() : forms.get(each))))
                .extracting(Response::statusCode)
                .containsOnly(201);
    }

    /** A fault of one must not become everybody's. */
    @Test
    @ExpectedErrors("Answered 500")
    void registersTheOthersWhereOneFails() {
        execute("""
                create function refuse() returns trigger language plpgsql as
                $$ begin
                     if new.content like '%XX-FAILS%' then raise exception 'no'; end if;
                     return new;
                   end $$;
                create trigger refused before insert on return_case for each row execute function refuse()
                """);
        try {
            List<Response> answers = atOnce(each -> post(
                    UUID.randomUUID().toString(),
                    each == 7
                            ? RegistrationForm.filled().with("/transport/reference", "'XX-FAILS'")
                            : RegistrationForm.filled()));

            assertThat(answers.get(7).statusCode()).isEqualTo(500);
            assertThat(answers).filteredOn(answer -> answer.statusCode() == 201).hasSize(AT_ONCE - 1);
        } finally {
            execute("drop function refuse() cascade");
        }
    }

    @Test
    void eachFactIsOfTheTraceOfItsOwnRequest() {
        List<String> traces = IntStream.range(0, AT_ONCE)
                .mapToObj(each -> UUID.randomUUID().toString().replace("-", ""))
                .toList();
        List<Response> answers =
                atOnce(each -> intake().header("traceparent", "00-" + traces.get(each) + "-00f067aa0ba902b7-00")
                        .body(RegistrationForm.filled().json())
                        .post("/v1/returns"));

        for (int each = 0; each < AT_ONCE; each++) {
            assertThat(trace(answers.get(each).jsonPath().getString("caseId"))).contains(traces.get(each));
        }
    }

    private static String trace(String caseId) {
        awaitFacts(RETURNS, caseId, ReturnFact.Registered.class, 1);
        ConsumerRecord<String, String> fact = Wire.dump(RETURNS).stream()
                .filter(record -> record.key().equals(caseId))
                .findFirst()
                .orElseThrow();
        return new String(fact.headers().lastHeader("traceparent").value(), StandardCharsets.UTF_8);
    }

    private static boolean wrong(int each) {
        return each % 3 == 0;
    }

    /** Well formed, and wrong by a rule that the directory decides. */
    private static RegistrationForm form(int each) {
        RegistrationForm form = RegistrationForm.filled();
        return wrong(each) ? form.with("/receptionPoint", "'nowhere'") : form;
    }

    private interface Call {
        Response answer(int each);
    }

    private static List<Response> atOnce(Call call) {
        List<Callable<Response>> calls = IntStream.range(0, AT_ONCE)
                .mapToObj(each -> (Callable<Response>) () -> call.answer(each))
                .toList();
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
            return threads.invokeAll(calls).stream().map(Future::resultNow).toList();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A fault of ours is in no document. */
    private static Response post(String key, RegistrationForm form) {
        return intake().noFiltersOfType(DocumentedAnswers.class)
                .header("Idempotency-Key", key)
                .body(form.json())
                .post("/v1/returns");
    }
}
