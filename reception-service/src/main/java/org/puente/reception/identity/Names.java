package org.puente.reception.identity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * The words of a person's names; the order and the number of words that a desk typed don't matter.
 *
 * @param words capital letters without accents, longest first; never empty
 */
record Names(List<String> words) {
    private static final Set<String> PARTICLES = Set.of("DE", "DEL", "LA", "LAS", "LOS", "Y", "E", "DA", "DO", "DOS");

    /**
     * From {@code LONG} letters on, a word may have one typing error; from {@code VERY_LONG} on,
     * two.
     */
    private static final int LONG = 4;

    private static final int VERY_LONG = 8;

    static Names of(Identity identity) {
        String all = Fingerprints.letters(identity.givenNames() + " " + identity.familyNames());
        List<String> words = Arrays.asList(all.split(" "));
        List<String> significant = words.stream()
                .filter(word -> word.length() > 1 && !PARTICLES.contains(word))
                .sorted(Comparator.comparing(String::length).reversed())
                .toList();
        return new Names(significant.isEmpty() ? words : significant);
    }

    /**
     * Whether every word of the shorter name is found in the longer one, allowing for typing
     * errors. A second name may be missing; a single word is enough only if the other name is a
     * single word too.
     */
    boolean alike(Names other) {
        Names few = words.size() <= other.words.size() ? this : other;
        Names many = few == this ? other : this;
        if (few.words.size() == 1 && many.words.size() > 1) {
            return false;
        }
        List<String> left = new ArrayList<>(many.words);
        List<String> mistyped =
                few.words.stream().filter(word -> !left.remove(word)).toList();
        return mistyped.stream()
                .allMatch(word -> left.stream()
                        .filter(candidate -> nearly(word, candidate))
                        .findFirst()
                        .map(left::remove)
                        .orElse(false));
    }

    private static boolean nearly(String one, String other) {
        int shorter = Math.min(one.length(), other.length());
        int slips = shorter >= VERY_LONG ? 2 : shorter >= LONG ? 1 : 0;
        return Math.abs(one.length() - other.length()) <= slips && distance(one, other) <= slips;
    }

    /** The number of letters that were changed, left out, put in, or swapped with their neighbour. */
    private static int distance(String one, String other) {
        int[][] cost = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                cost[i][j] = i == 0 ? j : j == 0 ? i : step(cost, one, other, i, j);
            }
        }
        return cost[one.length()][other.length()];
    }

    private static int step(int[][] cost, String one, String other, int i, int j) {
        int change = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
        int least = Math.min(cost[i - 1][j - 1] + change, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
        boolean swapped =
                i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1);
        return swapped ? Math.min(least, cost[i - 2][j - 2] + 1) : least;
    }

    @Override
    public String toString() {
        return "Names[…]";
    }
}
