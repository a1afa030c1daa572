package org.puente.platform.operations;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.puente.platform.PlatformTestBase;
import org.puente.platform.testing.Management;
import org.puente.platform.testing.RawHttp;

/** Whoever reaches the service may send any method and path: neither becomes a label of the metrics. */
@QuarkusTest
class RequestMetricsTest extends PlatformTestBase {
    private static final String ID = "0f8fad5b-d9cb-469f-a165-70867728950e";

    private static String metrics() {
        return given().accept("text/plain").get(Management.at("/q/metrics")).asString();
    }

    @Test
    void aMethodThatNobodyKnowsHasNoSeriesOfItsOwn() {
        RawHttp.send("ANAEJEMPLO", "/v1/dead-letters", List.of(), null);
        await().atMost(SOON).until(() -> metrics().contains("method=\"OTHER\""));
        assertThat(metrics()).doesNotContain("ANAEJEMPLO");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/%2e%2e/ANAEJEMPLO", "/v1/;ANAEJEMPLO", "/v1/../ANAEJEMPLO", "/v1/%ff/ANAEJEMPLO"})
    void aPathThatIsNoneIsNoLabel(String path) {
        RawHttp.send("GET", path, List.of(), null);
        await().atMost(SOON).until(() -> metrics().contains("status=\"400\""));
        assertThat(metrics()).doesNotContain("ANAEJEMPLO");
    }

    @Test
    void aPathThatIsNobodysIsNoLabelHoweverItIsWritten() {
        RawHttp.send("GET", "//ANAEJEMPLO", List.of(), null);
        await().atMost(SOON).until(() -> metrics().contains("status=\"404\""));
        assertThat(metrics()).doesNotContain("ANAEJEMPLO");
    }

    @Test
    void thePathOfAQuestionForOptionsIsNoLabel() {
        RawHttp.send("OPTIONS", "/v1/dead-letters/" + ID, List.of(), null);
        await().atMost(SOON).until(() -> metrics().contains("method=\"OPTIONS\""));
        assertThat(metrics()).doesNotContain(ID);
    }
}
