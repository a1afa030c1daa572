package org.puente.reception.identity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/** People of one list who have a tag in common. */
final class WithinList {
    private final List<Registrant> people;
    private final Map<Long, List<Integer>> byTag = new HashMap<>();

    /**
     * @param tags of each of the people, in their order
     */
    WithinList(List<Registrant> people, List<Collection<Long>> tags) {
        this.people = people;
        for (int i = 0; i < people.size(); i++) {
            for (long tag : tags.get(i)) {
                byTag.computeIfAbsent(tag, first -> new ArrayList<>()).add(i);
            }
        }
    }

    /** Each pair once. */
    void pairs(BiConsumer<Registrant, Registrant> with) {
        Set<Long> seen = new HashSet<>();
        for (List<Integer> block : byTag.values()) {
            for (int i = 0; i < block.size(); i++) {
                for (int j = i + 1; j < block.size(); j++) {
                    if (seen.add((long) block.get(i) * people.size() + block.get(j))) {
                        with.accept(people.get(block.get(i)), people.get(block.get(j)));
                    }
                }
            }
        }
    }
}
