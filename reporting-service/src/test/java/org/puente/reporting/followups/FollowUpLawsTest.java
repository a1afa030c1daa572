package org.puente.reporting.followups;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
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
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.puente.contracts.CaseId;
import org.puente.contracts.ClosureReason;
import org.puente.contracts.FollowUpFact;
import org.puente.contracts.FollowUpId;
import org.puente.contracts.FollowUpKind;
import org.puente.contracts.VisitOutcome;
import org.puente.platform.inbox.Received;
import org.puente.platform.json.Json;
import org.puente.reporting.Region;
import org.puente.reporting.Samples;
import org.puente.reporting.Taken;

/** The rows of follow-ups are a function of the set of facts. */
class FollowUpLawsTest {
    private static final CaseId CASE = new CaseId(new UUID(1, 1));

    @Provide
    Arbitrary<List<Received>> facts() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 1),
                        Arbitraries.integers().between(0, 4),
                        Arbitraries.of("gtm", "slv"),
                        Arbitraries.integers().between(0, 60))
                .as(FollowUpLawsTest::fact)
                .list()
                .ofMaxSize(12);
    }

    private static Received fact(int followUp, int kind, String node, int days) {
        FollowUpId id = new FollowUpId(new UUID(2, followUp));
        Instant at = Instant.parse("2025-01-02T15:00:00Z").plusSeconds(86_400L * days);
        FollowUpFact fact = switch (kind) {
            case 0 ->
                new FollowUpFact.Planned(
                        CASE,
                        Samples.IGM,
                        at,
                        id,
                        FollowUpKind.VISIT,
                        LocalDate.of(2025, 2, 1).plusDays(days));
            case 1 -> new FollowUpFact.Due(CASE, Samples.IGM, at, id);
            case 2 ->
                new FollowUpFact.Completed(
                        CASE,
                        Samples.IGM,
                        at,
                        id,
                        days % 2 == 0 ? VisitOutcome.REACHED : VisitOutcome.MOVED,
                        null,
                        null,
                        List.of());
            case 3 -> new FollowUpFact.Missed(CASE, Samples.IGM, at, id);
            default -> new FollowUpFact.CaseClosed(CASE, Samples.IGM, at, ClosureReason.REINTEGRATED);
        };
        return Taken.in(Region.record(node, fact));
    }

    @Property(tries = 300)
    void givesTheSameRowsForAnyOrderRepetitionAndSplit(@ForAll("facts") List<Received> facts, @ForAll Random random) {
        List<Received> other = new ArrayList<>(facts);
        facts.stream().filter(fact -> random.nextBoolean()).forEach(other::add);
        Collections.shuffle(other, random);

        assertThat(rows(other, 1 + random.nextInt(5))).isEqualTo(rows(facts, facts.size() + 1));
    }

    @Example
    void isCompletedAlsoIfItHadBeenMissed() {
        FollowUpFact.Planned plan = Samples.planned(new FollowUpId(UUID.randomUUID()), CASE, LocalDate.of(2025, 2, 1));
        FollowUpFact.Missed missed = new FollowUpFact.Missed(CASE, Samples.IGM, Instant.now(), plan.followUpId());

        FollowUpFacts known = FollowUps.gather(Taken.in(List.of(
                        Region.record("gtm", Samples.completed(plan)),
                        Region.record("gtm", missed),
                        Region.record("gtm", plan))))
                .values()
                .iterator()
                .next();

        assertThat(known.status()).isEqualTo(Status.COMPLETED);
    }

    /** Batch after batch, each written and read as the database does it between them. */
    private static Set<FollowUps.Row> rows(List<Received> facts, int batch) {
        Map<FollowUpFacts.Key, String> kept = new HashMap<>();
        for (int from = 0; from < facts.size(); from += batch) {
            List<Received> some = facts.subList(from, Math.min(facts.size(), from + batch));
            FollowUps.gather(some).forEach((key, known) -> {
                FollowUpFacts all =
                        kept.containsKey(key) ? known.merge(Json.read(kept.get(key), FollowUpFacts.class)) : known;
                kept.put(key, Json.write(all));
            });
        }
        return kept.values().stream()
                .map(known -> FollowUps.Row.of(Json.read(known, FollowUpFacts.class)))
                .collect(Collectors.toSet());
    }
}
