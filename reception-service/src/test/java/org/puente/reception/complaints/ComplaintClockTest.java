package org.puente.reception.complaints;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.puente.contracts.DirectoryStatus;
import org.puente.reception.calendar.WorkingDays;

/** Whom a complaint is sent to, and until when it is due. */
@QuarkusTest
class ComplaintClockTest extends ComplaintTestBase {
    @Inject
    ComplaintClock clock;

    @Test
    void waitsForSomebodyIndependentAndIsSentOnThen() throws Throwable {
        publish(DirectoryStatus.WITHDRAWN);
        String id = id(complain(registered(), ""));
        VertxContextSupport.subscribeAndAwait(clock::tick);
        assertThat(count("select count(*) from complaint where recipient is null and id = '" + id + "'"))
                .isOne();
        assertThat(intake().get("/v1/complaints/" + id).statusCode()).isEqualTo(404);

        publish(DirectoryStatus.ACTIVE);
        VertxContextSupport.subscribeAndAwait(clock::tick);

        awaitSentOn(id);
    }

    @Test
    void isDueFromTheDayOnWhichItIsSent() throws Throwable {
        publish(DirectoryStatus.WITHDRAWN);
        Response receipt = complain(registered(), "");
        execute("update complaint set acknowledge_by = '2020-01-07', answer_by = '2020-01-28' where id = '"
                + id(receipt) + "'");
        assertThat(state(receipt.path("receiptCode")).<String>path("answerBy")).isNull();

        publish(DirectoryStatus.ACTIVE);
        VertxContextSupport.subscribeAndAwait(clock::tick);
        awaitSentOn(id(receipt));

        Response read = recipient().get("/v1/complaints/" + id(receipt));
        assertThat(read.<String>path("answerBy"))
                .isEqualTo(WorkingDays.of(List.of()).after(today(), 20).toString());
        assertThat(read.<Boolean>path("late")).isFalse();
    }

    @Test
    void isNotHeldUpByOthersThatStillHaveNoRecipient() throws Throwable {
        publish(DirectoryStatus.WITHDRAWN);
        String id = id(complain(registered(), ""));
        execute("""
            insert into complaint (id, about_node, about_institution, desk, source, received_at, acknowledge_by,
                                   answer_by)
            select gen_random_uuid(), 'gtm', 'gtm-pdh', 'gtm-held-up', 'person', '2026-01-01', '2026-01-08',
                   '2026-01-29'
            from generate_series(1, 150)\
            """);
        publish(DirectoryStatus.ACTIVE);
        try {
            VertxContextSupport.subscribeAndAwait(clock::tick);

            awaitSentOn(id);
            assertThat(count("select count(*) from complaint where desk = 'gtm-held-up' and recipient is null"))
                    .isEqualTo(150);
        } finally {
            execute("delete from complaint where desk = 'gtm-held-up'");
        }
    }

    @Test
    void isLateWhereNobodyAcknowledgesIt() {
        String id = id(complain(registered(), ""));
        execute("update complaint set acknowledge_by = '%s' where id = '%s'".formatted(today().minusDays(1), id));

        assertThat(recipient().get("/v1/complaints/" + id).<Boolean>path("late"))
                .isTrue();
        recipient().post("/v1/complaints/" + id + "/acknowledgement");
        assertThat(recipient().get("/v1/complaints/" + id).<Boolean>path("late"))
                .isFalse();
    }
}
