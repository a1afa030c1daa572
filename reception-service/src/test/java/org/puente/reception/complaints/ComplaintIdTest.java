package org.puente.reception.complaints;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ComplaintIdTest extends ComplaintTestBase {
    @Test
    void refusesOtherWordsUnderAKnownId() {
        String caseId = registered();
        UUID id = UUID.randomUUID();
        write(caseId, id, "Me gritaron").then().statusCode(201);

        Response other = write(caseId, id, "Y me pegaron");

        assertThat(other.statusCode()).isEqualTo(409);
    }

    @Test
    void takesTheSameWordsUnderAKnownId() {
        String caseId = registered();
        UUID id = UUID.randomUUID();
        write(caseId, id, "Me gritaron").then().statusCode(201);

        assertThat(write(caseId, id, "Me gritaron").statusCode()).isEqualTo(200);
    }

    private static Response write(String caseId, UUID id, String text) {
        return intake().body(
                        "{\"complaintId\": \"%s\", \"caseId\": \"%s\", \"text\": \"%s\"}".formatted(id, caseId, text))
                .post("/v1/complaints");
    }
}
