package org.puente.reception.help;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.puente.contracts.CaseId;
import org.puente.contracts.HelpId;
import org.puente.contracts.HelpKind;
import org.puente.reception.flights.Flight;
import org.puente.reception.flights.PeopleGroup;

class HelpRequestTest {
    private static final Instant AT = Instant.parse("2026-11-27T15:00:00Z");
    private static final HelpId ID = new HelpId(UUID.randomUUID());
    private static final Flight FLIGHT = new Flight("gtm-fag", LocalDate.of(2026, 11, 27), "WQ-1501");
    private static final CaseId ANA = new CaseId(UUID.randomUUID());
    private static final CaseId BEA = new CaseId(UUID.randomUUID());
    private static final PeopleGroup BOTH = new PeopleGroup(null, List.of(ANA, BEA), null);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    void theOrderOfListsMakesNoOtherRequest(long seed) {
        Random random = new Random(seed);
        List<HelpKind> kinds = List.of(HelpKind.CASH, HelpKind.FOOD, HelpKind.CALL_HOME);
        List<CaseId> cases =
                Stream.generate(() -> new CaseId(UUID.randomUUID())).limit(7).toList();
        HelpRequest request = new HelpRequest(ID, new PeopleGroup(null, cases, null), kinds, AT);

        HelpRequest shuffled =
                new HelpRequest(ID, new PeopleGroup(null, shuffled(cases, random), null), shuffled(kinds, random), AT);

        assertThat(shuffled.asksFor(entry(request))).isTrue();
    }

    @Test
    void aRequestWithoutATimeIsTheSameWheneverItComesAgain() {
        HelpRequest request = new HelpRequest(ID, BOTH, List.of(HelpKind.FOOD), null);
        assertThat(request.asksFor(entry(request))).isTrue();
    }

    /** The service stores microseconds. */
    @Test
    void aTimeInNanosecondsIsTheSameWhenItComesAgain() {
        HelpRequest request = new HelpRequest(ID, BOTH, List.of(HelpKind.FOOD), AT.plusNanos(999));
        assertThat(request.asksFor(entry(request))).isTrue();
    }

    @Test
    void otherKindsTimesAndPeopleAreAnotherRequest() {
        HelpRequest request = new HelpRequest(ID, BOTH, List.of(HelpKind.FOOD), AT);
        List<HelpRequest> others = List.of(
                new HelpRequest(ID, BOTH, List.of(HelpKind.FOOD, HelpKind.CASH), AT),
                new HelpRequest(ID, BOTH, List.of(HelpKind.FOOD), AT.plusSeconds(1)),
                new HelpRequest(ID, PeopleGroup.of(ANA), List.of(HelpKind.FOOD), AT),
                new HelpRequest(ID, new PeopleGroup(FLIGHT, null, null), List.of(HelpKind.FOOD), AT));

        assertThat(others).noneMatch(other -> other.asksFor(entry(request)));
    }

    @Test
    void otherExceptionsAreAnotherRequest() {
        HelpRequest request =
                new HelpRequest(ID, new PeopleGroup(FLIGHT, null, List.of(ANA)), List.of(HelpKind.FOOD), AT);
        assertThat(Stream.of(List.<CaseId>of(), List.of(BEA), List.of(ANA, BEA)))
                .noneMatch(
                        except -> new HelpRequest(ID, new PeopleGroup(FLIGHT, null, except), List.of(HelpKind.FOOD), AT)
                                .asksFor(entry(request)));
    }

    /** After a restore nobody knows whom the request named. */
    @Test
    void anEntryThatWasBroughtBackIsRecognisedByKindsAndTime() {
        HelpEntries.Entry restored = new HelpEntries.Entry(ID, List.of(HelpKind.FOOD), null, AT, AT);
        assertThat(new HelpRequest(ID, BOTH, List.of(HelpKind.FOOD), AT).asksFor(restored))
                .isTrue();
        assertThat(new HelpRequest(ID, BOTH, List.of(HelpKind.CASH), AT).asksFor(restored))
                .isFalse();
    }

    private static HelpEntries.Entry entry(HelpRequest request) {
        return new HelpEntries.Entry(ID, request.kinds(), request.targetDigest(), AT, AT);
    }

    private static <T> List<T> shuffled(List<T> list, Random random) {
        List<T> copy = new ArrayList<>(list);
        Collections.shuffle(copy, random);
        return copy;
    }
}
