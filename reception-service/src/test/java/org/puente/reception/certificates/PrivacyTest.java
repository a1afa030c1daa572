package org.puente.reception.certificates;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.puente.platform.testing.Management;
import org.puente.platform.testing.Wire;
import org.puente.reception.RegistrationForm;

/** Who a certificate is of, and its code, stand on the paper and in the answer that gives them out, and nowhere else. */
@QuarkusTest
class PrivacyTest extends CertificateTestBase {
    private final List<String> logged = Collections.synchronizedList(new ArrayList<>());
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord line) {
            logged.add(String.valueOf(line.getMessage()) + java.util.Arrays.toString(line.getParameters()));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    private final RegistrationForm form = RegistrationForm.filled();
    private Response registered;
    private Response issued;

    @BeforeEach
    void aWholeLife() {
        Logger.getLogger("").addHandler(handler);
        registered = registered(form);
        issued = issued(registered);
        printed(issued);
        check(code(issued));
        given().header("X-Forwarded-For", address)
                .formParam("shown", code(issued))
                .post("/certificate");
        revoke(issued, "lost");
    }

    @AfterEach
    void listenNoMore() {
        Logger.getLogger("").removeHandler(handler);
    }

    private String[] secrets() {
        return new String[] {
            form.text("/person/givenNames"),
            form.text("/person/familyNames"),
            code(issued),
            code(issued).replace("-", ""),
            issued.path("statusCode")
        };
    }

    @Test
    void isInNoLog() {
        assertThat(String.join("\n", logged)).doesNotContain(secrets());
    }

    @Test
    void isInNoMetric() {
        assertThat(get(Management.at("/q/metrics")).asString())
                .contains("puente_certificates_checks")
                .doesNotContain(secrets());
    }

    @Test
    void isInNoHeaderOfThePaper() {
        Response again = issued(registered);
        Response paper = print(again);
        assertThat(paper.headers().asList().toString())
                .doesNotContain(form.text("/person/givenNames"), form.text("/person/familyNames"), code(again));
    }

    @Test
    void isInNoFact() {
        awaitEmptyOutbox();
        assertThat(Wire.dump(RETURNS).stream().map(record -> record.value()).toList())
                .noneMatch(fact -> fact.contains(code(issued).replace("-", "")));
    }

    @Test
    void isInNoAudit() {
        for (String secret : secrets()) {
            assertThat(count("select count(*) from audit it where cast(it as text) like '%" + secret + "%'"))
                    .isZero();
        }
    }
}
