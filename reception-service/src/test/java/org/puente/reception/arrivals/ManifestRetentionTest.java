package org.puente.reception.arrivals;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** How long announcements are kept, on both sides. */
@QuarkusTest
class ManifestRetentionTest extends ArrivalTestBase {
    @Inject
    ManifestRetention retention;

    private void cancelled(ArrivalForm form, int daysAgo) {
        execute("update expected_arrival set expected_at = now() + interval '300 days', cancelled_at = now() -"
                + " interval '"
                + daysAgo + " days' where arrival_id = '" + form.id() + "'");
    }

    @Test
    void whatWasCancelledAMonthAgoIsDeletedHoweverLateItIsExpected() throws Throwable {
        ArrivalForm kept = announcedFromMexico(1);
        ArrivalForm over = announcedFromMexico(1);
        cancelled(kept, 29);
        cancelled(over, 31);

        VertxContextSupport.subscribeAndAwait(retention::tick);

        assertThat(arrival(kept).statusCode()).isEqualTo(200);
        assertThat(manifest(over).statusCode()).isEqualTo(404);
    }

    @Test
    void whatWasCancelledStaysWhereSomebodyCame() throws Throwable {
        ArrivalForm form = announcedFromMexico(2);
        register(form, 1, CONSENT);
        cancelled(form, 31);

        VertxContextSupport.subscribeAndAwait(retention::tick);

        assertThat(arrival(form).statusCode()).isEqualTo(200);
    }

    @Test
    void whatWasAnnouncedIsDeletedAYearAfterItsTime() throws Throwable {
        ArrivalForm kept = ArrivalForm.to("gtm-fag").people(1);
        ArrivalForm over = ArrivalForm.to("gtm-fag").people(1);
        kept.announce();
        over.announce();
        execute("update announced_arrival set expected_at = now() - interval '367 days' where arrival_id = '"
                + over.id() + "'");

        VertxContextSupport.subscribeAndAwait(retention::tick);

        assertThat(announced(kept)).isEqualTo(200);
        assertThat(announced(over)).isEqualTo(404);
    }

    private static int announced(ArrivalForm form) {
        return intake().header("Prefer", "wait=0")
                .get("/v1/arrivals/" + form.id() + "?box=outgoing")
                .statusCode();
    }
}
