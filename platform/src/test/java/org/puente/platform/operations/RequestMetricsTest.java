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

    /** How many requests were counted so far that have this label. */
    private static double counted(String label) {
        return metrics()
                .lines()
                .filter(line -> line.startsWith("http_server_requests_seconds_count{") && line.contains(label))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    /** Sends it, and waits until it was counted: a series of that label may have been there before. */
    private static void send(String method, String path, String label) {
        double before = counted(label);
        RawHttp.send(method, path, List.of(), null);
        await().atMost(SOON).until(() -> counted(label) > before);
    }

    @Test
    void aMethodThatNobodyKnowsHasNoSeriesOfItsOwn() {
        send("ANAEJEMPLO", "/v1/dead-letters", "method=\"OTHER\"");
        assertThat(metrics()).doesNotContain("ANAEJEMPLO");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/%2e%2e/ANAEJEMPLO", "/v1/;ANAEJEMPLO", "/v1/../ANAEJEMPLO", "/v1/%ff/ANAEJEMPLO"})
    void aPathThatIsNoneIsNoLabel(String path) {
        send("GET", path, "status=\"400\"");
        assertThat(metrics()).doesNotContain("ANAEJEMPLO");
    }

    @Test
    void aPathThatIsNobodysIsNoLabelHoweverItIsWritten() {
        send("GET", "//ANAEJEMPLO", "status=\"404\"");
        assertThat(metrics()).doesNotContain("ANAEJEMPLO");
    }

    @Test
    void thePathOfAQuestionForOptionsIsNoLabel() {
        send("OPTIONS", "/v1/dead-letters/" + ID, "method=\"OPTIONS\"");
        assertThat(metrics()).doesNotContain(ID);
    }
}
