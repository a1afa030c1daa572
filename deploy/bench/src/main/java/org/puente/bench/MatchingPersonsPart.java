package org.puente.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.puente.contracts.CaseId;
import org.puente.local.Region;
import org.puente.reception.identity.MatchLevel;

/**
 * Person matching on invented people, of whom is known who is who: how many of those that it finds are the same
 * person, how many of the same it finds, and what a person costs, beside finding those whose names, birth and sex are
 * exactly the same.
 */
final class MatchingPersonsPart implements Part {
    private static final int PEOPLE = 60_000;
    private static final int COME_BACK = 14_000;
    private static final int CHUNK = 500;
    private static final int ROUNDS = 8;

    @Override
    public String name() {
        return "matching-persons";
    }

    /** What somebody who came back was found by. */
    private final Map<Misspelling, Tally> tallies = new EnumMap<>(Misspelling.class);

    private static final class Tally {
        private int probable;
        private int any;
        private int exact;
        private int all;
    }

    /** Those who come back, with the truth. */
    private record Comeback(Someone person, CaseId truth, Misspelling how) {}

    @Override
    public List<Result> run() throws Exception {
        try (Region region = BenchRegion.start()) {
            return measure(Database.admin(region));
        }
    }

    /**
     * @param admin of a database server
     */
    List<Result> measure(Database admin) throws SQLException, IOException {
        List<Someone> people = People.invented(PEOPLE);
        List<Comeback> comebacks = comebacks(people);
        try (MatchDatabase database = MatchDatabase.open(admin)) {
            for (int at = 0; at < people.size(); at += CHUNK) {
                List<Someone> chunk = people.subList(at, Math.min(at + CHUNK, people.size()));
                database.match(chunk);
                database.exact(chunk);
            }
            database.analyse();
            return measure(database, comebacks);
        }
    }

    private static List<Comeback> comebacks(List<Someone> people) {
        Random random = new Random(7);
        List<Comeback> all = new ArrayList<>();
        Misspelling[] ways = Misspelling.values();
        for (int i = 0; i < COME_BACK; i++) {
            Someone known = people.get((int) ((long) i * people.size() / COME_BACK));
            Misspelling how = ways[i % ways.length];
            all.add(new Comeback(how.of(known, people.size() + i, random), known.caseId(), how));
        }
        return all;
    }

    private List<Result> measure(MatchDatabase database, List<Comeback> comebacks) throws SQLException {
        Found probable = new Found();
        Found any = new Found();
        Found exact = new Found();
        double[] ours = new double[ROUNDS];
        double[] peer = new double[ROUNDS];
        int chunks = comebacks.size() / CHUNK;
        for (int i = 0; i < chunks; i++) {
            List<Comeback> chunk = comebacks.subList(i * CHUNK, (i + 1) * CHUNK);
            List<Someone> registrants = chunk.stream().map(Comeback::person).toList();
            long start = System.nanoTime();
            Map<CaseId, Map<CaseId, MatchLevel>> matches = database.match(registrants);
            long between = System.nanoTime();
            Map<CaseId, Map<CaseId, MatchLevel>> same = database.exact(registrants);
            long end = System.nanoTime();
            int round = i - (chunks - ROUNDS);
            if (round >= 0) {
                ours[round] = (between - start) / 1e6 / CHUNK;
                peer[round] = (end - between) / 1e6 / CHUNK;
            }
            for (Comeback comeback : chunk) {
                Map<CaseId, MatchLevel> found = matches.getOrDefault(comeback.person.caseId(), Map.of());
                Map<CaseId, MatchLevel> sure = new HashMap<>(found);
                sure.values().removeIf(level -> level != MatchLevel.PROBABLE);
                Tally tally = tallies.computeIfAbsent(comeback.how, first -> new Tally());
                tally.all++;
                tally.probable += probable.count(sure, comeback.truth);
                tally.any += any.count(found, comeback.truth);
                tally.exact += exact.count(same.getOrDefault(comeback.person.caseId(), Map.of()), comeback.truth);
            }
        }
        print();
        String many = "%,d people".formatted(PEOPLE);
        return List.of(
                share("probable: precision", probable.precision(), exact.precision(), Result.Aim.atLeast(0.97)),
                share("probable: recall", probable.recall(), exact.recall(), Result.Aim.atLeast(2)),
                share("probable and possible: precision", any.precision(), exact.precision(), Result.Aim.none()),
                share("probable and possible: recall", any.recall(), exact.recall(), Result.Aim.atLeast(2)),
                new Result(
                        name(),
                        "store and look up a person among " + many + ", 500 at a time",
                        "ms",
                        "exact matching",
                        Rounds.Both.of(ours, peer),
                        Result.Aim.none()),
                new Result(
                        name(),
                        "table and indexes, of a person",
                        "bytes",
                        "exact matching",
                        Rounds.Both.of(
                                new double[] {database.bytes("person_match")},
                                new double[] {database.bytes("exact_match")}),
                        Result.Aim.none()));
    }

    /** Of pairs. */
    private static final class Found {
        private int right;
        private int wrong;
        private int asked;

        int count(Map<CaseId, MatchLevel> found, CaseId truth) {
            asked++;
            boolean hit = found.containsKey(truth);
            right += hit ? 1 : 0;
            wrong += found.size() - (hit ? 1 : 0);
            return hit ? 1 : 0;
        }

        double precision() {
            return right / (double) Math.max(1, right + wrong);
        }

        double recall() {
            return right / (double) asked;
        }
    }

    private Result share(String what, double ours, double exact, Result.Aim aim) {
        return new Result(
                name(), what, "", "exact matching", Rounds.Both.of(new double[] {ours}, new double[] {exact}), aim);
    }

    private void print() {
        System.out.println("Found of those who came back: probable, probable or possible, exactly the same");
        tallies.forEach((how, tally) -> System.out.printf(
                Locale.ROOT,
                "  %-26s %.3f %.3f %.3f%n",
                how.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                tally.probable / (double) tally.all,
                tally.any / (double) tally.all,
                tally.exact / (double) tally.all));
    }
}
