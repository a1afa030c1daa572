package org.puente.reception.identity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** People of one list who have a tag in common. */
final class WithinList {
    private final List<MatchRows.Row> people;
    private final Map<Long, List<Integer>> byTag = new HashMap<>();

    WithinList(List<MatchRows.Row> people) {
        this.people = people;
        for (int i = 0; i < people.size(); i++) {
            for (long tag : people.get(i).stored().tags()) {
                byTag.computeIfAbsent(tag, first -> new ArrayList<>()).add(i);
            }
        }
    }

    /** Who has a tag in common with somebody else of the list. */
    Stream<MatchRows.Row> sharing() {
        return byTag.values().stream()
                .filter(block -> block.size() > 1)
                .flatMap(List::stream)
                .distinct()
                .map(people::get);
    }

    /** Each pair once; no more of one person than of stored ones, since a list may be made to take long. */
    void pairs(BiConsumer<MatchRows.Row, MatchRows.Row> with) {
        Set<Long> seen = new HashSet<>();
        int[] compared = new int[people.size()];
        for (List<Integer> block : byTag.values()) {
            for (int i = 0; i < block.size(); i++) {
                for (int j = i + 1; j < block.size(); j++) {
                    int one = block.get(i);
                    int other = block.get(j);
                    if (Math.max(compared[one], compared[other]) < MatchTable.MAX_COMPARED
                            && seen.add((long) one * people.size() + other)) {
                        compared[one]++;
                        compared[other]++;
                        with.accept(people.get(one), people.get(other));
                    }
                }
            }
        }
    }
}
