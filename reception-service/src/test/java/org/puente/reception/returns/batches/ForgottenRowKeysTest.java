package org.puente.reception.returns.batches;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.puente.platform.ids.Ids;
import org.puente.reception.RegistrationForm;

/** A batch is sent again before and after the clocks have looked at the keys of its rows. */
@QuarkusTest
class ForgottenRowKeysTest extends BatchTestBase {
    @Inject
    RegistrationKeys keys;

    @Inject
    ErasedRowKeys erasedKeys;

    private final RegistrationForm row = row().with("/caseId", "'" + Ids.next() + "'");
    private Answer first;

    @BeforeEach
    void theRowIsRegistered() {
        first = send(row);
        assertThat(first.results()).containsExactly("created");
    }

    private void clocksLook() throws Throwable {
        VertxContextSupport.subscribeAndAwait(keys::forget);
        VertxContextSupport.subscribeAndAwait(erasedKeys::tick);
    }

    private void age(String interval) {
        execute("update registration_key set at = at - interval '" + interval + "' where key in ('" + row.text("/key")
                + "', '" + mark() + "')");
    }

    private String mark() {
        return erasedKeys.mark("gtm-igm", row.text("/key"));
    }

    private long marks() {
        return count("select count(*) from registration_key where erased and key = '" + mark() + "'");
    }

    private Response erase(String caseId, String consentId) {
        String path = "/v1/returns/" + caseId;
        intake().delete(path + "/consents/" + consentId).then().statusCode(204);
        return intake().header("If-Match", "*").delete(path);
    }

    private void erase(Answer registered) {
        Response erased = erase(
                registered.texts("caseId").getFirst(),
                registered.texts("consentId").getFirst());
        assertThat(erased.statusCode()).as(erased.asString()).isEqualTo(204);
    }

    @Test
    void ofTodayIsKnownWithItsCode() throws Throwable {
        clocksLook();

        Answer again = send(row);
        assertThat(again.results()).containsExactly("known");
        assertThat(again.texts("statusCode")).isEqualTo(first.texts("statusCode"));
    }

    @Test
    void ofYesterdayIsKnownWithoutItsCode() throws Throwable {
        age("25 hours");
        clocksLook();

        Answer again = send(row);
        assertThat(again.results()).containsExactly("known");
        assertThat(again.texts("caseId")).isEqualTo(first.texts("caseId"));
        assertThat(again.rows().getFirst().has("statusCode")).isFalse();
    }

    @Test
    void ofLastYearIsRegisteredAgainOnlyOnceItsKeyIsForgotten() throws Throwable {
        RegistrationForm withoutId = row();
        send(withoutId);
        execute("update registration_key set at = at - interval '367 days' where key = '" + withoutId.text("/key")
                + "'");
        assertThat(send(withoutId).results()).containsExactly("known");
        clocksLook();

        Answer again = send(withoutId);
        assertThat(again.results()).containsExactly("warned");
        assertThat(again.rows().getFirst().at("/warnings").toString()).contains("possible");
    }

    @Test
    void ofLastYearIsRefusedWhereItsReturnHasTheIdThatItNames() throws Throwable {
        age("367 days");
        clocksLook();

        assertThat(send(row).error(0)).isEqualTo("/caseId case-id-taken");
    }

    @Test
    void ofAnErasedReturnIsRefusedBeforeAndAfter() throws Throwable {
        erase(first);
        assertThat(send(row).error(0)).isEqualTo("/key row-erased");
        clocksLook();

        assertThat(send(row).error(0)).isEqualTo("/key row-erased");
        assertThat(send(row.copy().with("/person/givenNames", "'Otra'")).error(0))
                .isEqualTo("/key row-key-reused");
    }

    @Test
    void ofAReturnThatTheReleaseBeforeErasedIsRefusedBeforeAndAfter() throws Throwable {
        erase(first);
        execute("update registration_key set key = '" + row.text("/key") + "', erased = false where key = '" + mark()
                + "'");
        assertThat(send(row).error(0)).isEqualTo("/key row-erased");
        clocksLook();

        assertThat(marks()).isOne();
        assertThat(send(row).error(0)).isEqualTo("/key row-erased");
    }

    @Test
    void thatTheReleaseBeforeRegisteredAgainIsErasedAgain() {
        erase(first);
        Response again = registeredByTheReleaseBefore();

        assertThat(erase(again.path("caseId"), again.path("consentId")).statusCode())
                .isEqualTo(204);
        assertThat(marks()).isOne();
        assertThat(send(row).error(0)).isEqualTo("/key row-erased");
    }

    @Test
    void thatTheReleaseBeforeRegisteredAndErasedAgainKeepsNoOtherFromTheLook() throws Throwable {
        erase(first);
        Response again = registeredByTheReleaseBefore();
        execute("update registration_key set case_id = gen_random_uuid() where key = '" + row.text("/key") + "'");
        clocksLook();

        assertThat(count("select count(*) from registration_key where key = '" + row.text("/key") + "'"))
                .isZero();
        assertThat(marks()).isOne();
        assertThat(again.statusCode()).isEqualTo(201);
    }

    /** It knew no marks, and so claimed the key of the erased row once more. */
    private Response registeredByTheReleaseBefore() {
        Response again = register(row.copy().without("/key").without("/caseId"));
        execute("insert into registration_key (institution, key, hash, case_id, consent_id) select 'gtm-igm', '"
                + row.text("/key") + "', hash, '" + again.path("caseId") + "', '" + again.path("consentId")
                + "' from registration_key where key = '" + mark() + "'");
        return again;
    }
}
