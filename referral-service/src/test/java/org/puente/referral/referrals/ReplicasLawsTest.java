package org.puente.referral.referrals;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import org.puente.contracts.ReferralStatus;
import org.puente.contracts.Side;

/**
 * The two ends of a referral, each with its own copy, its own clock (up to five minutes wrong) and
 * a wire between them that holds back, doubles and reorders what it carries, for a day and longer.
 * Whatever the two do meanwhile, and in whatever order they receive it, they end equal.
 */
class ReplicasLawsTest {
    private static final int HISTORIES = 2500;
    private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);

    /** What happens next. */
    sealed interface Event {
        /** An end tries a step over REST, or its clock does; it may be refused. */
        record Tries(Side side, ReferralStatus step, int variant) implements Event {}

        /** The wire brings one of the facts under way to the other end, perhaps not the oldest. */
        record Arrives(Side to, int which) implements Event {}

        /** The wire brings a fact again that has come before. */
        record ComesAgain(Side to, int which) implements Event {}

        record TimePasses(Duration by) implements Event {}
    }

    @Provide
    Arbitrary<List<Event>> histories() {
        Arbitrary<Side> side = Arbitraries.of(Side.class);
        Arbitrary<Integer> which = Arbitraries.integers().between(0, 50);
        Arbitrary<Event> tries = Combinators.combine(side, Arbitraries.of(ReferralStatus.class), which)
                .as(Event.Tries::new);
        Arbitrary<Event> arrives = Combinators.combine(side, which).as(Event.Arrives::new);
        Arbitrary<Event> again = Combinators.combine(side, which).as(Event.ComesAgain::new);
        Arbitrary<Event> passes = Arbitraries.integers()
                .between(1, 36 * 60)
                .map(minutes -> new Event.TimePasses(Duration.ofMinutes(minutes)));
        return Arbitraries.frequencyOf(
                        net.jqwik.api.Tuple.of(6, tries),
                        net.jqwik.api.Tuple.of(4, arrives),
                        net.jqwik.api.Tuple.of(1, again),
                        net.jqwik.api.Tuple.of(1, passes))
                .list()
                .ofMinSize(1)
                .ofMaxSize(40);
    }

    @Provide
    Arbitrary<Duration> skews() {
        long max = FIVE_MINUTES.toSeconds();
        return Arbitraries.longs().between(-max, max).map(Duration::ofSeconds);
    }

    private static TwoEnds played(List<Event> history, Duration issuers, Duration recipients) {
        TwoEnds ends = new TwoEnds(Instant.parse("2026-11-22T12:00:00Z"), issuers, recipients);
        history.forEach(ends::happens);
        return ends;
    }

    @Property(tries = HISTORIES)
    void bothEndsAreEqualOnceEverythingHasArrived(
            @ForAll("histories") List<Event> history,
            @ForAll("skews") Duration issuers,
            @ForAll("skews") Duration recipients) {
        TwoEnds ends = played(history, issuers, recipients);
        ends.everythingArrives();
        Statistics.label("ends as").collect(ends.status(Side.ISSUER));
        assertThat(ends.status(Side.ISSUER)).isEqualTo(ends.status(Side.RECIPIENT));
    }

    @Property(tries = HISTORIES)
    void bothEndsHaveTheSameFacts(
            @ForAll("histories") List<Event> history,
            @ForAll("skews") Duration issuers,
            @ForAll("skews") Duration recipients) {
        TwoEnds ends = played(history, issuers, recipients);
        ends.everythingArrives();
        assertThat(ends.received(Side.ISSUER)).isEqualTo(ends.received(Side.RECIPIENT));
    }

    @Property(tries = HISTORIES)
    void atNoEndIsAFinalStatusLeftForOneThatIsNot(
            @ForAll("histories") List<Event> history,
            @ForAll("skews") Duration issuers,
            @ForAll("skews") Duration recipients) {
        TwoEnds ends = played(history, issuers, recipients);
        ends.everythingArrives();
        assertThat(ends.seen())
                .allSatisfy(statuses -> assertThat(
                                statuses.stream().dropWhile(s -> !s.isFinal()).toList())
                        .allMatch(ReferralStatus::isFinal));
    }

    @Property(tries = HISTORIES)
    void theIssuerCanAlwaysEndItHoweverSilentTheRecipientIs(
            @ForAll("histories") List<Event> history, @ForAll("skews") Duration issuers) {
        TwoEnds ends = played(history, issuers, Duration.ZERO);
        boolean wasOpen = !ends.status(Side.ISSUER).isFinal();
        ends.happens(new Event.Tries(Side.ISSUER, ReferralStatus.CANCELLED, 0));
        assertThat(ends.status(Side.ISSUER).isFinal()).isTrue();
        assertThat(wasOpen && ends.status(Side.ISSUER) != ReferralStatus.CANCELLED)
                .isFalse();
    }
}
