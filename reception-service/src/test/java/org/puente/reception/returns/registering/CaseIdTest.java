package org.puente.reception.returns.registering;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.puente.platform.ids.Ids;
import org.puente.reception.ReceptionTest;
import org.puente.reception.RegistrationForm;

/** A client without network makes the id of the case, and sends the registration until it has an answer. */
@QuarkusTest
class CaseIdTest extends ReceptionTest {
    private final String caseId = Ids.next().toString();
    private RegistrationForm form;

    @BeforeEach
    void identified() {
        form = RegistrationForm.filled().with("/caseId", "'" + caseId + "'");
    }

    @Test
    void takesTheIdThatAClientMade() {
        Response answer = register(form);

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        assertThat(answer.<String>path("caseId")).isEqualTo(caseId);
        assertThat(intake().get("/v1/returns/" + caseId).statusCode()).isEqualTo(200);
    }

    @Test
    void answersTheSameRegistrationAgainWithoutTheCodeAndRegistersNobodyTwice() {
        Response first = register(form);
        long before = cases();

        Response again = register(form);

        assertThat(again.statusCode()).as(again.asString()).isEqualTo(200);
        for (String id : List.of("caseId", "personId", "consentId")) {
            assertThat(again.<String>path(id)).isEqualTo(first.path(id));
        }
        assertThat(again.<String>path("statusCode")).isNull();
        assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(cases()).isEqualTo(before);
    }

    @Test
    void answersTheSameWithItsCodeUnderTheSameKey() {
        String key = UUID.randomUUID().toString();

        assertThat(post(key).asString()).isEqualTo(post(key).asString());
    }

    @Test
    void theIdIsPartOfTheRequestUnderAKey() {
        String key = UUID.randomUUID().toString();
        post(key);
        form.with("/caseId", "'" + Ids.next() + "'");

        assertThat(post(key).statusCode()).isEqualTo(422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/person/givenNames", "/destination/municipality"})
    void refusesAnotherRegistrationUnderTheSameId(String pointer) {
        register(form);

        assertTaken(register(form.with(pointer, "'Tecolutla'")));
    }

    @Test
    void refusesTheSameWithAnotherConsent() {
        register(form);

        assertTaken(register(form.with("/consent/purposes", "['statistics']")));
    }

    @Test
    void refusesTheIdOfAnotherInstitutionsReturnInTheSameWords() {
        RegistrationForm there = RegistrationForm.filled()
                .with("/receptionPoint", "'gtm-other-desk'")
                .with("/caseId", "'" + caseId + "'");
        by("gtm-other").body(there.json()).post("/v1/returns");
        String own = register(RegistrationForm.filled()).path("caseId");

        Response ofAnother = register(form);
        Response ofItsOwn = register(RegistrationForm.filled().with("/caseId", "'" + own + "'"));

        assertTaken(ofAnother);
        assertThat(ofAnother.asString()).isEqualTo(ofItsOwn.asString());
    }

    /** A device that was without network for days may send again who asked to be erased meanwhile. */
    @Test
    void refusesTheIdOfAnErasedReturn() {
        Response first = register(form);
        erase(first);
        long before = cases();

        assertTaken(register(form));
        assertThat(cases()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'5'",
                "5",
                "'3f1b2c4d-5e6f-4a7b-8c9d-0e1f2a3b4c5d'",
                "'0198C0DE-0000-7000-8000-000000000000'",
                "'fffffffe-0000-7000-8000-000000000000'"
            })
    void refusesAnIdThatIsNoVersion7OrFarAhead(String wrong) {
        Response refused = register(form.with("/caseId", wrong));

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.<List<String>>path("errors.pointer")).containsExactly("/caseId");
        assertThat(refused.<List<String>>path("errors.code")).containsExactly("case-id-form");
    }

    @Test
    void aDeviceMayHaveBeenWithoutNetworkForNinetyDays() {
        form.with("/caseId", "'" + madeBefore(Duration.ofDays(89)) + "'");
        assertThat(register(form).statusCode()).isEqualTo(201);

        form.with("/caseId", "'" + madeBefore(Duration.ofDays(91)) + "'");
        assertThat(register(form).<List<String>>path("errors.code")).containsExactly("case-id-old");
    }

    @Test
    void theSameMayBeSentAgainHoweverLate() {
        register(form);
        QuarkusMock.installMockForType(Clock.offset(Clock.systemUTC(), Duration.ofDays(100)), Clock.class);

        assertThat(register(form).statusCode()).isEqualTo(200);
    }

    @Test
    void whoWasErasedDoesNotComeBackHoweverLate() {
        erase(register(form));
        QuarkusMock.installMockForType(Clock.offset(Clock.systemUTC(), Duration.ofDays(100)), Clock.class);

        assertTaken(register(form));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void refusesAnErasedReturnUnderTheKeyOfItsRegistration(boolean madeByTheClient) {
        if (!madeByTheClient) {
            form.without("/caseId");
        }
        String key = UUID.randomUUID().toString();
        erase(post(key));
        long before = cases();

        assertTaken(post(key));
        assertThat(cases()).isEqualTo(before);
    }

    @Test
    void registersOnceWhereTheSameComesAtOnceUnderOtherKeys() throws Exception {
        long before = cases();
        Callable<Response> call = () -> register(form);
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Integer> statuses = threads.invokeAll(Collections.nCopies(4, call)).stream()
                    .map(Future::resultNow)
                    .map(Response::statusCode)
                    .toList();

            assertThat(statuses).containsExactlyInAnyOrder(201, 200, 200, 200);
        }
        assertThat(cases()).isEqualTo(before + 1);
    }

    private static void assertTaken(Response refused) {
        assertThat(refused.statusCode()).as(refused.asString()).isEqualTo(409);
        assertThat(refused.<String>path("type")).endsWith("case-id-taken");
        assertThat(refused.<List<String>>path("errors.pointer")).containsExactly("/caseId");
    }

    private Response post(String key) {
        return intake().header("Idempotency-Key", key).body(form.json()).post("/v1/returns");
    }

    private static UUID madeBefore(Duration ago) {
        UUID now = Ids.next();
        long millis = (now.getMostSignificantBits() >>> 16) - ago.toMillis();
        return new UUID(millis << 16 | now.getMostSignificantBits() & 0xFFFF, now.getLeastSignificantBits());
    }

    private long cases() {
        return count("select count(*) from return_case");
    }
}
