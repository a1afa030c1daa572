package org.puente.reporting.returns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.puente.contracts.ReturnFact;
import org.puente.contracts.Sex;
import org.puente.platform.inbox.Received;
import org.puente.reporting.Region;
import org.puente.reporting.Samples;
import org.puente.reporting.Taken;

class ReturnsTest {
    private final ReturnFact.Registered registered = Samples.registered(LocalDate.of(2025, 1, 2), Sex.UNKNOWN);

    @Property(tries = 200)
    void keepsTheHighestVersionInWhateverOrderTheyCome(
            @ForAll @IntRange(min = 2, max = 6) int versions, @ForAll Random random) {
        List<Received> facts = new ArrayList<>();
        facts.add(Taken.in(Region.record("gtm", registered)));
        IntStream.rangeClosed(2, versions)
                .mapToObj(version -> Samples.amended(registered, version, Sex.FEMALE))
                .forEach(fact -> facts.add(Taken.in(Region.record("gtm", fact))));
        List<Received> other = new ArrayList<>(facts);
        other.addAll(facts);
        Collections.shuffle(other, random);

        assertThat(rows(other)).isEqualTo(rows(facts));
        assertThat(rows(other)).extracting(ReturnRow::version).containsExactly(versions);
    }

    @Example
    void doesNotLetAnotherNodeAmendAReturn() {
        ReturnFact.Amended foreign = Samples.amended(registered, 9, Sex.MALE);

        assertThat(rows(Taken.in(List.of(Region.record("gtm", registered), Region.record("hnd", foreign)))))
                .extracting(ReturnRow::node)
                .containsExactlyInAnyOrder("gtm", "hnd");
    }

    /** In one batch; of two batches the statement decides ({@code HostileNodeTest}). */
    @Example
    void doesNotLetAnotherInstitutionTakeOverAReturn() {
        ReturnFact.Amended foreign = Samples.by("gtm-stranger", Samples.amended(registered, 9, Sex.MALE));

        assertThat(rows(Taken.in(List.of(
                        Region.record("gtm", registered),
                        Region.record("gtm", foreign),
                        Region.record("gtm", Samples.amended(registered, 2, Sex.FEMALE))))))
                .extracting(ReturnRow::institution, ReturnRow::version)
                .containsExactly(tuple(Samples.IGM.value(), 2));
    }

    private static Set<ReturnRow> rows(List<Received> facts) {
        return new HashSet<>(Returns.highest(facts));
    }
}
