package org.puente.reception.returns;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.puente.reception.Form;
import org.puente.reception.ReceptionTest;
import org.puente.reception.Wire;

@QuarkusTest
class RegisterTest extends ReceptionTest {

    @Test
    void tellsTheReturnAndTheConsentOnTheWire() {
        Response response = register(Form.filled());

        assertThat(response.statusCode()).as(response.asString()).isEqualTo(201);
        String caseId = response.path("caseId");
        assertThat(Wire.await(RETURNS, caseId, 2))
                .extracting(Wire.Message::type)
                .isEqualTo(
                        List.of(
                                "org.puente.return.registered.v1",
                                "org.puente.consent.recorded.v1"));
    }
}
