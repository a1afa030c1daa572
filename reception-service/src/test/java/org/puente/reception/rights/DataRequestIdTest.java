package org.puente.reception.rights;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.puente.reception.RegistrationForm;

@QuarkusTest
class DataRequestIdTest extends DataRequestTestBase {
    @Test
    void refusesOtherWordsUnderAKnownId() {
        String caseId = caseOf(RegistrationForm.filled());
        UUID id = UUID.randomUUID();
        write(caseId, id, "El apellido").then().statusCode(201);

        Response other = write(caseId, id, "La fecha de nacimiento");

        assertThat(other.statusCode()).isEqualTo(409);
    }

    @Test
    void takesTheSameWordsUnderAKnownId() {
        String caseId = caseOf(RegistrationForm.filled());
        UUID id = UUID.randomUUID();
        write(caseId, id, "El apellido").then().statusCode(201);

        assertThat(write(caseId, id, "El apellido").statusCode()).isEqualTo(200);
    }

    private static Response write(String caseId, UUID id, String details) {
        return ask(caseId, "rectification", "\"requestId\": \"%s\", \"details\": \"%s\"".formatted(id, details));
    }
}
