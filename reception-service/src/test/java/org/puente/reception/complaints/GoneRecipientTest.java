package org.puente.reception.complaints;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.puente.contracts.DirectoryStatus;
import org.puente.reception.calendar.WorkingDays;

/** A complaint whose recipient takes complaints no longer. */
@QuarkusTest
class GoneRecipientTest extends ComplaintTestBase {
    private static final String GONE = "gtm-gone";

    @Inject
    ComplaintClock clock;

    private String id;

    @BeforeEach
    void aComplaintOfARecipientThatIsGone() {
        id = id(complain(registered(), ""));
        execute("update complaint set recipient = '%s', acknowledge_by = '2020-01-07', answer_by = '2020-01-28'"
                        .formatted(GONE)
                + " where id = '" + id + "'");
    }

    @Test
    void goesToSomebodyWhoIsThere() throws Throwable {
        tick();

        assertThat(recipient().get("/v1/complaints/" + id).statusCode()).isEqualTo(200);
    }

    @Test
    void isDueFromTheDayOnWhichItIsSentOn() throws Throwable {
        tick();

        assertThat(recipient().get("/v1/complaints/" + id).<String>path("answerBy"))
                .isEqualTo(WorkingDays.of(List.of()).after(today(), 20).toString());
    }

    @Test
    void isNotOfWhoIsGoneAnyMore() throws Throwable {
        tick();

        assertThat(by(GONE).get("/v1/complaints/" + id).statusCode()).isEqualTo(404);
        assertThat(by(GONE).get("/v1/complaints?limit=500").<List<String>>path("items.complaintId"))
                .doesNotContain(id);
    }

    @Test
    void staysWithWhoHasAcknowledgedIt() throws Throwable {
        by(GONE).post("/v1/complaints/" + id + "/acknowledgement").then().statusCode(200);
        tick();

        assertThat(by(GONE).get("/v1/complaints/" + id).statusCode()).isEqualTo(200);
    }

    @Test
    void staysWhereNobodyElseIsThere() throws Throwable {
        publish(DirectoryStatus.WITHDRAWN);
        tick();

        assertThat(by(GONE).get("/v1/complaints/" + id).statusCode()).isEqualTo(200);
    }

    private void tick() throws Throwable {
        VertxContextSupport.subscribeAndAwait(clock::tick);
    }
}
