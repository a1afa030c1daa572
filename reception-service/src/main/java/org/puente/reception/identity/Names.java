package org.puente.reception.identity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The words of a person's names; the order and the number of words that a desk typed don't matter.
 *
 * @param words capital letters without accents, longest first; empty for a person without names
 * @param written all words in the order in which they were typed
 */
record Names(List<String> words, List<String> written) {
    private static final Set<String> PARTICLES = Set.of("DE", "DEL", "LA", "LAS", "LOS", "Y", "E", "DA", "DO", "DOS");

    /** Short forms that desks write, with what they stand for. */
    private static final Map<String, String> SHORT_FORMS =
            Map.of("MA", "MARIA", "FCO", "FRANCISCO", "FCA", "FRANCISCA", "GPE", "GUADALUPE", "ALEJ", "ALEJANDRO");

    /**
     * From {@code LONG} letters on, a word may have one typing error; from {@code VERY_LONG} on,
     * two.
     */
    private static final int LONG = 4;

    private static final int VERY_LONG = 8;

    /** So many words at most are one word for another desk: Delacruz, Montesdeoca. */
    private static final int LONGEST_COMPOUND = 3;

    /** More words of one name are not compared: the work grows with their square. */
    private static final int MAX_WORDS = 16;

    static Names of(Identity identity) {
        List<String> written = Stream.of(identity.givenNames(), identity.familyNames())
                .filter(name -> name != null)
                .flatMap(name -> Arrays.stream(Fingerprints.letters(name).split(" ")))
                .filter(word -> !word.isEmpty())
                .map(word -> SHORT_FORMS.getOrDefault(word, word))
                .limit(MAX_WORDS)
                .toList();
        return of(written);
    }

    /**
     * @param written as in {@link #written}
     */
    static Names of(List<String> written) {
        List<String> significant = written.stream()
                .filter(word -> word.length() > 1 && !PARTICLES.contains(word))
                .sorted(Comparator.comparing(String::length).reversed())
                .toList();
        return new Names(significant.isEmpty() ? written : significant, written);
    }

    /** Whether there is no word to compare. */
    boolean none() {
        return words.isEmpty();
    }

    /**
     * Whether every word of the shorter name is found in the longer one, allowing for typing
     * errors. A second name may be missing; a single word is enough only if the other name is a
     * single word too.
     */
    boolean alike(Names other) {
        return compare(other).alike();
    }

    /**
     * How the words of two names fit each other. Words that one desk wrote together and the other apart are the same.
     */
    Fit compare(Names other) {
        Names one = joinedAs(other);
        Names another = other.joinedAs(this);
        boolean isShorter = one.words.size() <= another.words.size();
        return fit(isShorter ? one : another, isShorter ? another : one);
    }

    private static Fit fit(Names few, Names many) {
        List<String> left = new ArrayList<>(many.words);
        List<String> rest =
                few.words.stream().filter(word -> !left.remove(word)).toList();
        int same = few.words.size() - rest.size();
        int sounding = 0;
        int mistyped = 0;
        for (String word : rest) {
            String sound = Sound.of(word);
            if (removeFirst(left, candidate -> sound.equals(Sound.of(candidate)))) {
                sounding++;
            } else if (removeFirst(left, candidate -> nearly(word, candidate))) {
                mistyped++;
            }
        }
        boolean tooFew = few.words.isEmpty() || few.words.size() == 1 && many.words.size() > 1;
        int missed = tooFew ? Math.max(1, many.words.size()) : rest.size() - sounding - mistyped;
        return new Fit(same, sounding, mistyped, missed, left.size(), few.written.equals(many.written));
    }

    private static boolean removeFirst(List<String> words, Predicate<String> which) {
        for (int i = 0; i < words.size(); i++) {
            if (which.test(words.get(i))) {
                words.remove(i);
                return true;
            }
        }
        return false;
    }

    /**
     * @param same words that are the same
     * @param sounding words that are written otherwise and sound the same
     * @param mistyped words that differ by typing errors
     * @param missed words of the shorter name that the longer one has not
     * @param leftOut words of the longer name that the shorter one has not
     * @param inOrder whether all words are the same, in the same order
     */
    record Fit(int same, int sounding, int mistyped, int missed, int leftOut, boolean inOrder) {
        boolean alike() {
            return missed == 0;
        }
    }

    private Names joinedAs(Names other) {
        List<String> joined = new ArrayList<>();
        for (int at = 0; at < written.size(); ) {
            int words = compoundAt(at, other);
            joined.add(String.join("", written.subList(at, at + words)));
            at += words;
        }
        return joined.size() == written.size() ? this : of(joined);
    }

    /** How many words from this one on are a single word of the other; 1 if none are. */
    private int compoundAt(int at, Names other) {
        for (int words = Math.min(LONGEST_COMPOUND, written.size() - at); words > 1; words--) {
            if (other.written.contains(String.join("", written.subList(at, at + words)))) {
                return words;
            }
        }
        return 1;
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
