package org.puente.reception;

import static io.restassured.RestAssured.given;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import org.puente.platform.testing.MetricRules;

@QuarkusTest
class MetricsTest extends MetricRules {
    @Override
    protected void use() {
        super.use();
        given().contentType(ContentType.JSON)
                .body("{\"code\": \"AAAA-AAAA-AAAA\", \"birthYear\": 1990}")
                .post("/v1/status");
        given().get("/v1/certificates/0000-0000-0000-0000");
    }
}
