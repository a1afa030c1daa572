package org.puente.reception.rights;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.puente.reception.RegistrationForm;

/** How long a request is kept. */
@QuarkusTest
class DataRequestRetentionTest extends DataRequestTestBase {
    @Inject
    DataRequestRetention retention;

    @Test
    void keepsAnAnsweredRequestForFiveYears() throws Throwable {
        String id = id(ask(caseOf(RegistrationForm.filled()), "access", ""));
        String other = id(ask(caseOf(RegistrationForm.filled()), "access", ""));
        answer(id, "\"outcome\": \"granted\"");
        execute("update data_request set received_at = received_at - interval '6 years',"
                + " closed_at = closed_at - interval '6 years' where id = '" + id + "'");
        execute("update data_request set received_at = received_at - interval '9 years' where id = '" + other + "'");
        VertxContextSupport.subscribeAndAwait(retention::tick);

        assertThat(count("select count(*) from data_request where id = '" + id + "'"))
                .isZero();
        assertThat(count("select count(*) from data_request where id = '" + other + "'"))
                .isOne();
    }

    @Test
    void keepsARequestThatNobodyAnswersForTenYears() throws Throwable {
        String id = id(ask(caseOf(RegistrationForm.filled()), "access", ""));
        execute("update data_request set received_at = received_at - interval '11 years' where id = '" + id + "'");
        VertxContextSupport.subscribeAndAwait(retention::tick);

        assertThat(count("select count(*) from data_request where id = '" + id + "'"))
                .isZero();
    }

    /** As a release without these tables leaves it. */
    @Test
    void emptiesWhatIsLeftOfAnErasedReturn() throws Throwable {
        String id = id(ask(caseOf(RegistrationForm.filled()), "access", "\"details\": \"x\""));
        answer(id, "\"outcome\": \"refused\", \"answer\": \"Ya se entregó.\"");
        execute("update data_request set case_id = gen_random_uuid() where id = '" + id + "'");
        VertxContextSupport.subscribeAndAwait(retention::tick);

        assertThat(count("select count(*) from data_request where id = '" + id
                        + "' and sealed_details is null and sealed_answer is null"))
                .isOne();
    }
}
