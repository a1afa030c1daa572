package org.puente.reception.complaints;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
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

    /** Nobody else is there yet: the service's own clock would send it on at once. */
    @BeforeEach
    void aComplaintOfARecipientThatIsGone() {
        publish(DirectoryStatus.WITHDRAWN);
        id = id(complain(registered(), ""));
        execute("update complaint set recipient = '%s', acknowledge_by = '2020-01-07', answer_by = '2020-01-28'"
                        .formatted(GONE)
                + " where id = '" + id + "'");
    }

    @AfterEach
    void theOmbudsmanIsThereForOthers() {
        publish(DirectoryStatus.ACTIVE);
    }

    @Test
    void goesToSomebodyWhoIsThere() throws Throwable {
        publish(DirectoryStatus.ACTIVE);
        tick();

        awaitSentOn(id);
    }

    @Test
    void isDueFromTheDayOnWhichItIsSentOn() throws Throwable {
        publish(DirectoryStatus.ACTIVE);
        tick();
        awaitSentOn(id);

        assertThat(recipient().get("/v1/complaints/" + id).<String>path("answerBy"))
                .isEqualTo(WorkingDays.of(List.of()).after(today(), 20).toString());
    }

    @Test
    void isNotOfWhoIsGoneAnyMore() throws Throwable {
        publish(DirectoryStatus.ACTIVE);
        tick();
        awaitSentOn(id);

        assertThat(by(GONE).get("/v1/complaints/" + id).statusCode()).isEqualTo(404);
        assertThat(by(GONE).get("/v1/complaints?limit=500").<List<String>>path("items.complaintId"))
                .doesNotContain(id);
    }

    @Test
    void staysWithWhoHasAcknowledgedIt() throws Throwable {
        by(GONE).post("/v1/complaints/" + id + "/acknowledgement").then().statusCode(200);
        publish(DirectoryStatus.ACTIVE);
        tick();

        assertThat(by(GONE).get("/v1/complaints/" + id).statusCode()).isEqualTo(200);
    }

    @Test
    void staysWhereNobodyElseIsThere() throws Throwable {
        tick();

        assertThat(by(GONE).get("/v1/complaints/" + id).statusCode()).isEqualTo(200);
    }

    private void tick() throws Throwable {
        VertxContextSupport.subscribeAndAwait(clock::tick);
    }
}
