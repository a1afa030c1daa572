package org.puente.reception.status;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowingConsumer;
import org.junit.jupiter.api.BeforeEach;
import org.puente.contracts.CaseId;
import org.puente.contracts.ReferralFact;
import org.puente.platform.testing.Wire;
import org.puente.reception.ReceptionTest;
import org.puente.reception.RegistrationForm;

/**
 * A person of whom {@link RegistrationForm} says that they were born in 1991, and who asks for their status.
 */
abstract class StatusTest extends ReceptionTest {
    static final int BORN = 1991;

    private static final AtomicInteger ADDRESSES = new AtomicInteger();
    private static final AtomicInteger OTHERS = new AtomicInteger();
    private static boolean mexicoPublished;

    /** From where this test asks, so that no other uses up its tries. */
    final String address = "10.1.%d.%d".formatted(ADDRESSES.incrementAndGet() / 250, ADDRESSES.get() % 250);

    @BeforeEach
    void mexicoIsInTheDirectory() {
        if (!mexicoPublished) {
            settled(
                    Wire.publish("mex", "registry", CaseFactSamples.mexico()),
                    Wire.publish("mex", "registry", CaseFactSamples.ministry()),
                    Wire.publish(
                            "mex", "registry", CaseFactSamples.offer(CaseFactSamples.EMPLOYMENT, "employment", false)),
                    Wire.publish("mex", "registry", CaseFactSamples.offer(CaseFactSamples.SHELTER, "shelter", true)));
            mexicoPublished = true;
        }
    }

    /** A case that was just registered, and its code. */
    record Registered(CaseId caseId, String code) {}

    static Registered registered(RegistrationForm form) {
        Response response = register(form);
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(201);
        return new Registered(new CaseId(UUID.fromString(response.path("caseId"))), response.path("statusCode"));
    }

    static Registered registered() {
        return registered(RegistrationForm.filled());
    }

    Response ask(String code, int birthYear) {
        return ask(address, "{\"code\": \"%s\", \"birthYear\": %d}".formatted(code, birthYear), "es");
    }

    static Response ask(String address, String body, String language) {
        return given().contentType(ContentType.JSON)
                .header("X-Forwarded-For", address)
                .header("Accept-Language", language)
                .body(body)
                .post("/v1/status");
    }

    /** An address from which nobody has asked yet. */
    static String another() {
        int number = OTHERS.incrementAndGet();
        return "10.2.%d.%d".formatted(number / 250, number % 250);
    }

    /** Asks again and again, but not too often for the limits, from ever other addresses. */
    static void eventually(Registered who, ThrowingConsumer<Response> so) {
        String body = "{\"code\": \"%s\", \"birthYear\": %d}".formatted(who.code(), BORN);
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(100))
                .untilAsserted(() -> so.accept(ask(another(), body, "es")));
    }

    /** Gtm's case is referred to Mexico. */
    static ReferralFact.Issued refer(Registered who, String offer) {
        ReferralFact.Issued issued = CaseFactSamples.issued(who.caseId(), offer);
        Wire.publish("gtm", "referral", "mex", issued);
        return issued;
    }
}
