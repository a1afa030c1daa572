package org.puente.contracts;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every status × step × side, against a table that was written from the contract and not from the
 * code.
 */
class ReferralTableTest {

    private static final Instant DEADLINE = Instant.parse("2025-01-16T12:00:00Z");
    private static final Instant BEFORE = DEADLINE.minusSeconds(60);
    private static final Instant AFTER = DEADLINE.plusSeconds(60);

    /**
     * status | open to the issuer | open to the recipient; * only in time, + only after the
     * deadline
     */
    private static final String TABLE = """
            issued       | expired+ cancelled withdrawn | acknowledged waitlisted* accepted* declined* redirected* withdrawn
            acknowledged | expired+ cancelled withdrawn | waitlisted* accepted* declined* redirected* withdrawn
            expired      | cancelled withdrawn          | withdrawn
            waitlisted   | cancelled withdrawn          | accepted declined redirected withdrawn
            accepted     | cancelled withdrawn          | scheduled started delivered failed withdrawn
            scheduled    | cancelled withdrawn          | scheduled missed started delivered failed withdrawn
            missed       | cancelled withdrawn          | scheduled started delivered failed withdrawn
            started      | cancelled withdrawn          | delivered failed withdrawn
            declined     |                              |
            redirected   |                              |
            cancelled    |                              |
            withdrawn    |                              |
            failed       |                              |
            delivered    |                              |
            """;

    private static final Map<ReferralStatus, String[]> ROWS = TABLE.lines()
            .map(line -> line.split("\\|", -1))
            .collect(toMap(row -> Code.of(ReferralStatus.class, row[0].strip()), row -> row));

    @ParameterizedTest(name = "{0} × {1} by the {2} at {3}")
    @MethodSource("everything")
    void decidesAsTheTableStates(ReferralStatus status, ReferralStatus type, Side side, Instant at, String expected) {
        Decision decision = standingAt(status).decide(step(type, side, at, "new"));
        assertThat(decision.getClass().getSimpleName()).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} for the {1} at {2}")
    @MethodSource("everyView")
    void listsTheOpenStepsThatTheTableLists(ReferralStatus status, Side side, Instant at) {
        assertThat(standingAt(status).openSteps(side, at)).isEqualTo(open(status, side, at));
    }

    static List<Arguments> everything() {
        List<Arguments> cases = new ArrayList<>();
        for (ReferralStatus status : ReferralStatus.values()) {
            for (ReferralStatus type : ReferralStatus.values()) {
                for (Side side : Side.values()) {
                    for (Instant at : List.of(BEFORE, AFTER)) {
                        cases.add(arguments(status, type, side, at, expected(status, type, side, at)));
                    }
                }
            }
        }
        return cases;
    }

    static List<Arguments> everyView() {
        List<Arguments> views = new ArrayList<>();
        for (ReferralStatus status : ReferralStatus.values()) {
            for (Side side : Side.values()) {
                views.add(arguments(status, side, BEFORE));
                views.add(arguments(status, side, AFTER));
            }
        }
        return views;
    }

    private static String expected(ReferralStatus status, ReferralStatus type, Side side, Instant at) {
        boolean rightSide = type == ReferralStatus.WITHDRAWN
                || side
                        == (Set.of("issued", "expired", "cancelled").contains(type.code())
                                ? Side.ISSUER
                                : Side.RECIPIENT);
        if (!rightSide) {
            return "WrongSide";
        }
        if (open(status, side, at).contains(type)) {
            return "Permitted";
        }
        return cell(status, side).contains(type.code() + "*") ? "TooLate" : "NotOpen";
    }

    private static Set<ReferralStatus> open(ReferralStatus status, Side side, Instant at) {
        String out = at.isAfter(DEADLINE) ? "*" : "+";
        return cell(status, side).stream()
                .filter(word -> !word.endsWith(out))
                .map(word -> Code.of(ReferralStatus.class, word.replaceAll("[*+]", "")))
                .collect(toSet());
    }

    private static Set<String> cell(ReferralStatus status, Side side) {
        return Arrays.stream(ROWS.get(status)[1 + side.ordinal()].strip().split(" +"))
                .filter(word -> !word.isEmpty())
                .collect(toSet());
    }

    /** As it comes about: answers were given in time, before anything that builds on them. */
    private static ReferralHistory standingAt(ReferralStatus status) {
        ReferralHistory history =
                new ReferralHistory(DEADLINE, Set.of(step(ReferralStatus.ISSUED, Side.ISSUER, start(0), "")));
        boolean accepted = EnumSet.of(
                        ReferralStatus.SCHEDULED,
                        ReferralStatus.MISSED,
                        ReferralStatus.STARTED,
                        ReferralStatus.FAILED,
                        ReferralStatus.DELIVERED)
                .contains(status);
        if (accepted) {
            history = history.add(step(ReferralStatus.ACCEPTED, Side.RECIPIENT, start(1), ""));
        }
        Side side = status.sides().iterator().next();
        return history.add(step(status, side, start(2), "known"));
    }

    private static Instant start(int seconds) {
        return DEADLINE.minusSeconds(3600).plusSeconds(seconds);
    }

    private static ReferralStep step(ReferralStatus type, Side side, Instant at, String detail) {
        return new ReferralStep(UUID.randomUUID(), type, side, at, detail);
    }
}
