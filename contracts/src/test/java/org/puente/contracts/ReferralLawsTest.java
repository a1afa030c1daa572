package org.puente.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The laws of the lattice, over any facts whatever, permitted by somebody or not. */
class ReferralLawsTest {

    private static final Instant DEADLINE = Instant.parse("2025-01-16T12:00:00Z");

    @Property
    void anyOrderAndAnyNumberOfTimesGivesTheSameStatus(
            @ForAll("facts") List<ReferralStep> facts, @ForAll Random random) {
        List<ReferralStep> others = new ArrayList<>(facts);
        facts.forEach(fact -> others.addAll(Collections.nCopies(random.nextInt(3), fact)));
        Collections.shuffle(others, random);
        assertThat(oneByOne(others).standing()).isEqualTo(history(facts).standing());
    }

    @Property
    void anySplitGivesTheSameStatusOnBothSides(@ForAll("facts") List<ReferralStep> facts, @ForAll Random random) {
        List<ReferralStep> here = new ArrayList<>();
        List<ReferralStep> there = new ArrayList<>();
        for (ReferralStep fact : facts) {
            int to = random.nextInt(3);
            if (to != 0) {
                here.add(fact);
            }
            if (to != 1) {
                there.add(fact);
            }
        }
        ReferralHistory issuer = history(here).merge(oneByOne(there));
        ReferralHistory recipient = history(there).merge(oneByOne(here));
        assertThat(issuer.standing()).isEqualTo(recipient.standing());
    }

    @Property
    void whatBothKnowIsWhatWasPublishedInAll(
            @ForAll("facts") List<ReferralStep> here, @ForAll("facts") List<ReferralStep> there) {
        List<ReferralStep> all = new ArrayList<>(here);
        all.addAll(there);
        assertThat(history(here).merge(history(there))).isEqualTo(history(all));
    }

    @Property
    void addingAFactNeverLowersTheRank(@ForAll("facts") List<ReferralStep> facts, @ForAll("fact") ReferralStep fact) {
        assertThat(history(facts).add(fact).status().rank())
                .isGreaterThanOrEqualTo(history(facts).status().rank());
    }

    @Property
    void addingAFactNeverMakesALowerStepStand(
            @ForAll("facts") List<ReferralStep> facts, @ForAll("fact") ReferralStep fact) {
        Optional<ReferralStep> before = history(facts).standing();
        Optional<ReferralStep> after = history(facts).add(fact).standing();
        assertThat(before)
                .matches(step -> step.isEmpty() || ReferralStep.ORDER.compare(step.get(), after.orElseThrow()) <= 0);
    }

    @Property
    void aFinalStatusNeverBecomesNonFinal(
            @ForAll("facts") List<ReferralStep> facts, @ForAll("facts") List<ReferralStep> more) {
        boolean wasFinal = history(facts).status().isFinal();
        boolean isFinal = history(facts).merge(history(more)).status().isFinal();
        assertThat(isFinal || !wasFinal).isTrue();
    }

    /** What stands above it can only be an answer given too late, which counts now with it. */
    @Property
    void aPermittedStepStandsUnlessItMakesALateAnswerCount(
            @ForAll("facts") List<ReferralStep> facts, @ForAll("step") ReferralStep step) {
        ReferralHistory history = history(facts);
        if (history.decide(step) instanceof Decision.Permitted) {
            ReferralStep standing = history.add(step).standing().orElseThrow();
            boolean lateAnswer = standing.type().isAnswer() && standing.at().isAfter(history.answerBy());
            assertThat(standing.equals(step) || lateAnswer).isTrue();
        }
    }

    @Property
    void aPermittedStepRaisesTheRankOrKeepsItLater(
            @ForAll("facts") List<ReferralStep> facts, @ForAll("step") ReferralStep step) {
        ReferralHistory history = history(facts);
        if (history.decide(step) instanceof Decision.Permitted) {
            int rise = step.type().rank() - history.status().rank();
            boolean later = history.standing()
                    .map(known -> step.at().isAfter(known.at()))
                    .orElse(true);
            assertThat(rise > 0 || rise == 0 && later).isTrue();
        }
    }

    @Property
    void whatIsOpenIsWhatIsPermitted(@ForAll("facts") List<ReferralStep> facts, @ForAll("step") ReferralStep step) {
        ReferralHistory history = history(facts);
        Decision decision = history.decide(step);
        if (!(decision instanceof Decision.AlreadyThere)) {
            assertThat(history.openSteps(step.side(), step.at()).contains(step.type()))
                    .isEqualTo(decision instanceof Decision.Permitted);
        }
    }

    @Property
    void fromEveryNonFinalHistoryAFinalStatusIsOpenToEitherSide(
            @ForAll("facts") List<ReferralStep> facts, @ForAll Side side) {
        ReferralHistory history = history(facts);
        Instant later = DEADLINE.plusSeconds(3600);
        assertThat(history.openSteps(side, later).stream().anyMatch(ReferralStatus::isFinal))
                .isNotEqualTo(history.status().isFinal());
    }

    @Property(tries = 14)
    void everyStatusLeadsToDeliveryUnlessItIsFinalOrExpired(@ForAll ReferralStatus status) {
        boolean leads = reachable(status).contains(ReferralStatus.DELIVERED);
        assertThat(leads).isNotEqualTo(status.isFinal() || status == ReferralStatus.EXPIRED);
    }

    @Property(tries = 14)
    void everyDeclaredStepIsOfEqualOrHigherRank(@ForAll ReferralStatus status) {
        assertThat(status.steps()).allMatch(step -> step.rank() >= status.rank());
    }

    @Provide
    Arbitrary<List<ReferralStep>> facts() {
        return fact().list().ofMaxSize(12);
    }

    /** One that may be published: from the right side, though perhaps not permitted. */
    @Provide
    Arbitrary<ReferralStep> fact() {
        return step().filter(ReferralStep::fromRightSide);
    }

    /** Few ids, times and details, so that they meet often. */
    @Provide
    Arbitrary<ReferralStep> step() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 40),
                        Arbitraries.of(ReferralStatus.class),
                        Arbitraries.of(Side.class),
                        Arbitraries.integers().between(-4, 4),
                        Arbitraries.of("", "a"))
                .as((id, type, side, seconds, detail) -> new ReferralStep(
                        new UUID((long) id << 60, id), type, side, DEADLINE.plusSeconds(seconds), detail));
    }

    private static ReferralHistory history(List<ReferralStep> facts) {
        return new ReferralHistory(DEADLINE, new HashSet<>(facts));
    }

    private static ReferralHistory oneByOne(List<ReferralStep> facts) {
        ReferralHistory history = new ReferralHistory(DEADLINE, Set.of());
        for (ReferralStep fact : facts) {
            history = history.add(fact);
        }
        return history;
    }

    private static Set<ReferralStatus> reachable(ReferralStatus from) {
        Set<ReferralStatus> seen = EnumSet.noneOf(ReferralStatus.class);
        List<ReferralStatus> next = new ArrayList<>(from.steps());
        while (!next.isEmpty()) {
            ReferralStatus status = next.removeLast();
            if (seen.add(status)) {
                next.addAll(status.steps());
            }
        }
        return seen;
    }
}
