package org.puente.reception.complaints;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.puente.contracts.DirectoryFact.InstitutionPublished;
import org.puente.contracts.DirectoryStatus;
import org.puente.contracts.InstitutionId;
import org.puente.contracts.InstitutionKind;
import org.puente.contracts.NodeId;
import org.puente.platform.testing.Wire;
import org.puente.reception.ReceptionTest;
import org.puente.reception.RegistrationForm;

/** Complaints about a desk in Guatemala, and the ombudsman, who is independent of it. */
abstract class ComplaintTestBase extends ReceptionTest {
    static final String OMBUDSMAN = "gtm-pdh";

    private static final AtomicInteger ADDRESSES = new AtomicInteger();

    @BeforeEach
    void theOmbudsmanIsInTheDirectory() {
        publish(DirectoryStatus.ACTIVE);
    }

    static String registered() {
        return register(RegistrationForm.filled()).path("caseId");
    }

    static Response complain(String caseId, String more) {
        return intake().body("{\"caseId\": \"%s\", \"text\": \"Me gritaron en la fila.\"%s}".formatted(caseId, more))
                .post("/v1/complaints");
    }

    static Response state(String code) {
        return given().contentType(ContentType.JSON)
                .header("X-Forwarded-For", "10.4.0." + ADDRESSES.incrementAndGet())
                .body("{\"code\": \"%s\"}".formatted(code))
                .post("/v1/complaint-status");
    }

    static void answered(String id) {
        recipient()
                .body("{\"outcome\": \"upheld\", \"answer\": \"Sí.\"}")
                .post("/v1/complaints/" + id + "/answer")
                .then()
                .statusCode(200);
    }

    static String id(Response complaint) {
        assertThat(complaint.statusCode()).as(complaint.asString()).isEqualTo(201);
        return complaint.path("complaintId");
    }

    static RequestSpecification recipient() {
        return by(OMBUDSMAN);
    }

    /** The service's own clock may have it in hand when a test's looks, and passes it over then. */
    static void awaitSentOn(String id) {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> recipient().get("/v1/complaints/" + id).statusCode() == 200);
    }

    void publish(DirectoryStatus status) {
        NodeId gtm = new NodeId("gtm");
        settled(Wire.publish(
                "gtm",
                "registry",
                new InstitutionPublished(
                        new InstitutionId(OMBUDSMAN),
                        gtm,
                        "Procuraduría de los Derechos Humanos",
                        InstitutionKind.GOVERNMENT,
                        List.of(),
                        List.of(),
                        status,
                        null,
                        Instant.now())));
    }
}
