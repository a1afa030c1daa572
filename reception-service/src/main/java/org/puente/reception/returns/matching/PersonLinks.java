package org.puente.reception.returns.matching;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BinaryOperator;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Who is published as one person: a function of what institutions say now, and of nothing that was taken back. So a
 * join that is made and undone leaves everything as it was.
 *
 * <p>Two people are joined when every institution that had received one of them by then has said that they are the
 * same. An institution that received one of them later finds them joined, and ends that by saying that they are not the
 * same. Whoever is joined already is received by all who received one of them.
 *
 * <p>What follows costs up to the third power of what is said: so only so many pairs count of each institution.
 */
final class PersonLinks {
    /** Of an institution's pairs of cases that belong together. No desk meets so many registrations of one person. */
    static final int MAX_PAIRS = 100;

    private final Map<UUID, UUID> towards = new HashMap<>();
    private final Map<UUID, Received> cases;

    /** The first case of each person that each institution has: the later ones change nothing. */
    private final Collection<Received> firsts;

    private final List<Said> said;

    /**
     * A case.
     *
     * @param person whom its documents have shown
     * @param at when it was registered
     */
    record Received(UUID caseId, UUID person, String institution, Instant at) {}

    /**
     * What the institution of a case says about the person of another case.
     *
     * @param at when it was said; {@link Instant#MAX} if one of the cases has become another person's since, so that
     *     nobody can have come later
     */
    record Said(UUID caseId, UUID other, boolean same, Instant at) {
        Set<UUID> pair() {
            return new HashSet<>(List.of(caseId, other));
        }
    }

    /**
     * @param cases all cases of the people whom the decisions are about
     */
    PersonLinks(Collection<Received> cases, Collection<Said> decisions) {
        this.cases = cases.stream().collect(Collectors.toMap(Received::caseId, one -> one));
        this.firsts = cases.stream()
                .collect(Collectors.toMap(
                        one -> List.of(one.person(), one.institution()),
                        one -> one,
                        BinaryOperator.minBy(Comparator.comparing(Received::at))))
                .values();
        this.said = decisions.stream()
                .filter(one -> this.cases.containsKey(one.caseId()) && this.cases.containsKey(one.other()))
                .sorted(Comparator.comparing(Said::at)
                        .thenComparing(Said::caseId)
                        .thenComparing(Said::other))
                .filter(counting())
                .toList();
        List<Said> same = said.stream().filter(Said::same).toList();
        for (int i = 0; i < same.size(); i++) {
            if (join(same.get(i), same.get(i).at())) {
                joinMore(same.subList(0, i), same.get(i).at());
            }
        }
    }

    /** Takes every decision that two are not the same, and of each institution its first pairs that are the same. */
    private Predicate<Said> counting() {
        Map<String, Set<Set<UUID>>> pairs = new HashMap<>();
        return one -> {
            Set<Set<UUID>> known = pairs.computeIfAbsent(institution(one), first -> new HashSet<>());
            return !one.same() || known.contains(one.pair()) || known.size() < MAX_PAIRS && known.add(one.pair());
        };
    }

    /** Whether no further pair counts that the institution says to be the same. */
    boolean isFull(String institution) {
        return said.stream()
                        .filter(one -> one.same() && institution(one).equals(institution))
                        .map(Said::pair)
                        .distinct()
                        .count()
                >= MAX_PAIRS;
    }

    private String institution(Said decision) {
        return cases.get(decision.caseId()).institution();
    }

    /** Of all who are joined, directly or through others, the one who has been known longest. */
    UUID publishedAs(UUID person) {
        UUID at = person;
        while (towards.containsKey(at)) {
            at = towards.get(at);
        }
        return at;
    }

    /** Whoever is joined now may have been what an earlier decision waited for. */
    private void joinMore(List<Said> earlier, Instant at) {
        boolean joined;
        do {
            joined = earlier.stream().anyMatch(one -> join(one, at));
        } while (joined);
    }

    /**
     * @return whether two are joined by this who were not
     */
    private boolean join(Said decision, Instant at) {
        UUID one = publishedAs(cases.get(decision.caseId()).person());
        UUID other = publishedAs(cases.get(decision.other()).person());
        if (one.equals(other) || !areAgreed(Set.of(one, other), at)) {
            return false;
        }
        // Ids are UUID version 7: the smaller is the older.
        boolean isOlder = one.toString().compareTo(other.toString()) < 0;
        towards.put(isOlder ? other : one, isOlder ? one : other);
        return true;
    }

    private boolean areAgreed(Set<UUID> both, Instant at) {
        Set<String> agreed = new HashSet<>();
        Set<String> agreedLater = new HashSet<>();
        Set<String> against = new HashSet<>();
        said.stream().filter(one -> isBetween(one, both)).forEach(one -> {
            Set<String> by = !one.same() ? against : one.at().isAfter(at) ? agreedLater : agreed;
            by.add(institution(one));
        });
        against.removeAll(agreed);
        against.removeAll(agreedLater);
        return against.isEmpty()
                && firsts.stream()
                        .filter(one -> both.contains(publishedAs(one.person())))
                        .filter(one -> !one.at().isAfter(at))
                        .allMatch(one -> agreed.contains(one.institution()));
    }

    private boolean isBetween(Said decision, Set<UUID> both) {
        UUID one = publishedAs(cases.get(decision.caseId()).person());
        UUID other = publishedAs(cases.get(decision.other()).person());
        return !one.equals(other) && both.contains(one) && both.contains(other);
    }
}
