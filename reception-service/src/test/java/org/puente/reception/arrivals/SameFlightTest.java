package org.puente.reception.arrivals;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The authority and the consulate announce the same flight. */
@QuarkusTest
class SameFlightTest extends ArrivalTestBase {
    private final ArrivalForm authority = ArrivalForm.to("gtm-fag").people(2);
    private final ArrivalForm consulate = ArrivalForm.to("gtm-fag").people(1).flight(authority.reference());

    @Test
    void theReceptionPointIsWarnedOfAFlightThatIsAnnouncedTwice() {
        announced(authority);
        announced(consulate);

        Response arrival = arrival(intake().header("Accept-Language", "en"), authority);

        assertThat(arrival.<List<String>>path("alsoAnnounced.arrivalId")).containsExactly(consulate.id());
        assertThat(arrival.<String>path("alsoAnnounced[0].announcedBy.institution"))
                .isEqualTo("mex-inm");
        assertThat(arrival.<List<String>>path("warnings.code")).containsExactly("arrival-announced-twice");
        assertThat(arrival.<String>path("warnings[0].detail")).startsWith("Another announcement");
        List<List<Object>> listed = intake().get("/v1/arrivals?limit=500&expectedOn=" + today())
                .path("items.findAll { it.arrivalId == '" + consulate.id() + "' }.alsoAnnounced");
        assertThat(listed)
                .singleElement()
                .satisfies(others -> assertThat(others).hasSize(1));
    }

    @Test
    void theFlightOfAnotherDayPointOrNumberIsAnother() {
        announced(authority);
        announced(consulate.with("expectedAt", "'" + Instant.now().plus(Duration.ofHours(24)) + "'"));
        announced(ArrivalForm.to("gtm-fag").person());

        Response arrival = arrival(authority);

        assertThat(arrival.<List<Object>>path("alsoAnnounced")).isEmpty();
        assertThat(arrival.<List<Object>>path("warnings")).isEmpty();
    }

    @Test
    void whoIsRegisteredFromTheOtherAnnouncementIsNotOnThisManifest() {
        announced(authority);
        announced(consulate);
        String caseId = register(consulate, 1, CONSENT).path("caseId");

        Response closed = close(authority);

        assertThat(closed.<List<String>>path("unlisted")).containsExactly(caseId);
        assertThat(close(consulate).<List<String>>path("unlisted")).isEmpty();
    }

    private void announced(ArrivalForm form) {
        fromMexico(sealed(whole(form)));
        assertThat(arrival(form).statusCode()).isEqualTo(200);
    }
}
