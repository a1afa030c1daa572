package org.puente.reception.arrivals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.puente.platform.testing.Wire;

/** How much a node may send of arrivals, and how its parts fit together. */
@QuarkusTest
class ManifestLimitsTest extends HostileManifestTestBase {
    @Test
    void aNodeKeepsNoMoreCancellationsOfWhatHasNotComeThanItMay() {
        fill("200", "null");
        try {
            Wire.publish("slv", "reception", "gtm", erasedBySalvador(form));

            assertPutAside("too-many-arrivals");
        } finally {
            execute(CLEAR);
        }
    }

    @Test
    void whatIsCancelledTakesNoPlaceOfWhatIsOpen() {
        fill("1999", "'gtm-igm'");
        try {
            Wire.publish("slv", "reception", "gtm", fromSalvador(form));
            assertThat(arrival(form).statusCode()).isEqualTo(200);
            fill("1", "'gtm-igm'");
            ArrivalForm more = ArrivalForm.to("gtm-fag").person();
            Wire.publish("slv", "reception", "gtm", fromSalvador(more));

            assertPutAside(more, "too-many-arrivals");
        } finally {
            execute(CLEAR);
        }
    }

    @Test
    void aNodeHasNoMoreArrivalsOpenThanItMay() {
        fill("2000", "'gtm-igm'", "null");
        try {
            Wire.publish("slv", "reception", "gtm", fromSalvador(form));

            assertPutAside("too-many-arrivals");
            assertThat(count("select count(*) from expected_arrival where from_node = 'slv'"))
                    .isEqualTo(2000);
        } finally {
            execute(CLEAR);
        }
    }

    @Test
    void whatOneNodeHasOpenKeepsNothingOfAnothersOut() {
        fill("2000", "'gtm-igm'", "null");
        try {
            fromMexico(sealed(whole(form)));

            assertThat(arrival(form).statusCode()).isEqualTo(200);
        } finally {
            execute(CLEAR);
        }
    }

    @Test
    void whatIsOpenIsStillChangedByANodeThatMayOpenNoMore() {
        Wire.publish("slv", "reception", "gtm", fromSalvador(form));
        assertThat(arrival(form).statusCode()).isEqualTo(200);
        fill("1999", "'gtm-igm'", "null");
        try {
            Wire.publish("slv", "reception", "gtm", erasedBySalvador(form));

            await().atMost(Duration.ofSeconds(30))
                    .until(() -> "cancelled".equals(arrival(form).path("state")));
        } finally {
            execute(CLEAR);
        }
    }

    @Test
    void aPartOfMoreThanItMayHoldIsPutAside() {
        ArrivalForm large = ArrivalForm.to("gtm-fag").people(ManifestPart.MAX_PEOPLE + 1);
        fromMexico(sealed(whole(large)));

        assertPutAside(large, "manifest-unreadable");
    }

    /** So a manifest has a bound, however many versions of it a node begins. */
    @Test
    void anEntryBeyondTheLastIsPutAside() {
        ArrivalForm beyond =
                ArrivalForm.to("gtm-fag").person().which("entry", String.valueOf(ManifestPerson.LAST_ENTRY + 1));
        fromMexico(sealed(whole(beyond)));

        assertPutAside(beyond, "manifest-unreadable");
    }

    @Test
    void twoPeopleOfOneEntryArePutAside() {
        fromMexico(sealed(new Part(
                form, 1, 1, 1, List.of(people(1, 1).getFirst(), people(1, 1).getFirst()))));

        assertPutAside("manifest-unreadable");
    }

    @Test
    void moreThanAManifestsPartsArePutAside() {
        fromMexico(sealed(
                new Part(form, 1, 1, ManifestPart.MAX_PARTS + 1, form.request().people())));

        assertPutAside("manifest-too-large");
    }

    @Test
    void partsThatCountOtherPartsContradict() {
        fromMexico(sealed(new Part(form, 1, 1, 2, people(1, 2))));
        fromMexico(sealed(new Part(form, 1, 2, 3, people(3, 4))));

        assertPutAside("parts-contradict");
        assertThat(manifest(form).<List<Integer>>path("items.entry")).containsExactly(1, 2);
    }

    @Test
    void anArrivalOfAnotherYearIsPutAside() {
        ArrivalForm late = form.with("expectedAt", "'" + Instant.now().plus(Duration.ofDays(500)) + "'");
        fromMexico(sealed(whole(late)));

        assertPutAside("arrival-too-far-ahead");
    }

    private List<ManifestPerson> people(int from, int to) {
        return form.request().people().subList(from - 1, to);
    }
}
