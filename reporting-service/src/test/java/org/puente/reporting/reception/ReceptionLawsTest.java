package org.puente.reporting.reception;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.puente.contracts.ArrivalId;
import org.puente.contracts.Fact;
import org.puente.contracts.ReceptionFact;
import org.puente.contracts.ReceptionPointId;
import org.puente.contracts.ReturnFact;
import org.puente.contracts.Sex;
import org.puente.contracts.Transport;
import org.puente.contracts.TransportMode;
import org.puente.platform.inbox.Received;
import org.puente.reporting.Region;
import org.puente.reporting.Samples;
import org.puente.reporting.Taken;

/** What is known of a reception point is a function of the set of its facts. */
class ReceptionLawsTest {
    private static final Instant LANDED = Instant.parse("2025-01-02T15:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2025, 1, 2);

    private final ReturnFact.Registered registered = Samples.registered(DAY, Sex.FEMALE);
    private final ArrivalId arrival = new ArrivalId(UUID.randomUUID());

    @Property(tries = 200)
    void theTimesAreTheSameInWhateverOrderAndHoweverOftenTheFactsCome(
            @ForAll @IntRange(min = 1, max = 6) int versions, @ForAll Random random) {
        List<Received> facts = new ArrayList<>();
        facts.add(in(registered));
        for (int version = 1; version <= versions; version++) {
            facts.add(in(left(version, version % 3 == 0 ? null : LANDED.plusSeconds(version))));
            facts.add(in(landed(version, LANDED.plusSeconds(version))));
        }
        List<Received> other = new ArrayList<>(facts);
        other.addAll(facts);
        Collections.shuffle(other, random);

        assertThat(new HashSet<>(ReceptionTimes.times(other))).isEqualTo(new HashSet<>(ReceptionTimes.times(facts)));
        assertThat(ReceptionTimes.landings(other))
                .extracting(LandingRow::version, LandingRow::landedAt)
                .containsExactly(tuple(versions, LANDED.plusSeconds(versions)));
    }

    @Property(tries = 200)
    void aBatchThatIsSplitComesToTheSame(@ForAll @IntRange(min = 1, max = 6) int versions, @ForAll Random random) {
        List<Received> facts = new ArrayList<>(List.of(in(registered)));
        for (int version = 1; version <= versions; version++) {
            facts.add(in(left(version, LANDED.plusSeconds(version))));
        }
        Collections.shuffle(facts, random);
        int cut = random.nextInt(facts.size());
        TimeRow whole = ReceptionTimes.times(facts).iterator().next();

        assertThat(ReceptionTimes.times(facts.subList(0, cut)).stream()
                        .reduce(
                                ReceptionTimes.times(facts.subList(cut, facts.size()))
                                        .iterator()
                                        .next(),
                                TimeRow::merge))
                .isEqualTo(whole);
    }

    @Example
    void aNodeCannotMoveTheTimesOfAnothersCase() {
        List<Received> facts =
                List.of(Taken.in(Region.record("gtm", left(1, LANDED))), Taken.in(Region.record("hnd", left(9, null))));

        assertThat(ReceptionTimes.times(facts)).extracting(TimeRow::node).containsExactlyInAnyOrder("gtm", "hnd");
    }

    @Example
    void anArrivalWithoutAReferenceIsPassedOver() {
        ReceptionFact.ArrivalTimed onFoot = new ReceptionFact.ArrivalTimed(
                arrival,
                Samples.IGM,
                LANDED,
                1,
                new ReceptionPointId("gtm-fag"),
                DAY,
                new Transport(TransportMode.FOOT, null),
                LANDED);

        assertThat(ReceptionTimes.landings(List.of(in(onFoot)))).isEmpty();
    }

    private static Received in(Fact fact) {
        return Taken.in(Region.record("gtm", fact));
    }

    private ReceptionFact.ReceptionTimed left(int version, Instant leftAt) {
        return new ReceptionFact.ReceptionTimed(registered.caseId(), Samples.IGM, LANDED, version, leftAt);
    }

    private ReceptionFact.ArrivalTimed landed(int version, Instant at) {
        return new ReceptionFact.ArrivalTimed(
                arrival,
                Samples.IGM,
                LANDED,
                version,
                new ReceptionPointId("gtm-fag"),
                DAY,
                new Transport(TransportMode.AIR, "WQ-1501"),
                at);
    }
}
