package org.puente.reporting.referrals;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.puente.contracts.CancellationReason;
import org.puente.contracts.CaseId;
import org.puente.contracts.DeclineReason;
import org.puente.contracts.InstitutionId;
import org.puente.contracts.ReferralFact;
import org.puente.contracts.ReferralId;
import org.puente.platform.inbox.Received;
import org.puente.reporting.Region;
import org.puente.reporting.Samples;
import org.puente.reporting.Taken;

/** The rows of referrals are a function of the set of facts. */
class ReferralRowLawsTest {
    private static final ZoneId CALENDAR = ZoneId.of("America/Guatemala");
    private static final Instant START = Instant.parse("2025-01-02T15:00:00Z");
    private static final CaseId CASE = new CaseId(new UUID(1, 1));

    /** Facts of two referrals, from both ends and from nodes that are at neither. */
    @Provide
    Arbitrary<List<Received>> facts() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 1),
                        Arbitraries.integers().between(0, 9),
                        Arbitraries.of("gtm mex", "mex gtm", "hnd mex"),
                        Arbitraries.integers().between(0, 500))
                .as(ReferralRowLawsTest::fact)
                .list()
                .ofMaxSize(12);
    }

    private static Received fact(int referral, int kind, String way, int hours) {
        ReferralId id = new ReferralId(new UUID(2, referral));
        Instant at = START.plusSeconds(3600L * hours);
        String[] ends = way.split(" ");
        InstitutionId who = ends[0].equals("gtm") ? Samples.IGM : Samples.STPS;
        ReferralFact.Issued issued = Samples.issued(id, CASE, at);
        ReferralFact fact = switch (kind) {
            case 0, 1 -> issued;
            case 2 -> new ReferralFact.Acknowledged(id, CASE, who, at);
            case 3 -> new ReferralFact.Accepted(id, CASE, who, at);
            case 4 -> new ReferralFact.Declined(id, CASE, who, at, DeclineReason.OTHER);
            case 5 -> new ReferralFact.Scheduled(id, CASE, who, at, at.plusSeconds(60));
            case 6 -> new ReferralFact.Missed(id, CASE, who, at);
            case 7 -> Samples.delivered(issued, at);
            case 8 -> new ReferralFact.Cancelled(id, CASE, who, at, CancellationReason.OTHER);
            default -> new ReferralFact.Expired(id, CASE, who, at);
        };
        return Taken.in(Region.record(ends[0], ends[1], fact));
    }

    @Property(tries = 300)
    void givesTheSameRowsForAnyOrderRepetitionAndSplit(@ForAll("facts") List<Received> facts, @ForAll Random random) {
        List<Received> other = new ArrayList<>(facts);
        facts.stream().filter(fact -> random.nextBoolean()).forEach(other::add);
        Collections.shuffle(other, random);

        assertThat(rows(other, 1 + random.nextInt(5))).isEqualTo(rows(facts, facts.size() + 1));
    }

    @Property(tries = 300)
    void isOpenOnlyWhereItIsSoByTheContracts(@ForAll("facts") List<Received> facts) {
        assertThat(Referrals.gather(facts).values())
                .allSatisfy(known -> assertThat(ReferralRow.of(known, CALENDAR).status())
                        .isEqualTo(
                                known.history().map(history -> history.status()).orElse(null)));
    }

    /** Batch after batch, as the database would keep it between them. */
    private static Set<ReferralRow> rows(List<Received> facts, int batch) {
        Map<ReferralFacts.Key, ReferralFacts> kept = new HashMap<>();
        for (int from = 0; from < facts.size(); from += batch) {
            List<Received> some = facts.subList(from, Math.min(facts.size(), from + batch));
            Collection<ReferralFacts> touched = Referrals.gather(some).values();
            touched.forEach(known -> kept.merge(known.key(), known, ReferralFacts::merge));
        }
        return kept.values().stream()
                .map(known -> ReferralRow.of(known, CALENDAR))
                .collect(Collectors.toSet());
    }
}
