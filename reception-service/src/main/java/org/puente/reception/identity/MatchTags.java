package org.puente.reception.identity;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.ToLongFunction;

/**
 * The tags by which registrations that may be of one person are found: two registrations with a tag in common are
 * compared. A tag is a keyed hash of words of the names, as they sound, together with a part of the birth; or of a
 * document. So it is rare, and how often it occurs says little. What is mistyped leaves others that fit:
 *
 * <ul>
 *   <li>one word and the whole birth date: whatever happened to the other words;
 *   <li>all words, or all but one, and a year of birth: another day, or an age alone;
 *   <li>the same words and day and month, in either order: another year.
 * </ul>
 */
final class MatchTags {
    /** Of a long name; more would make many tags and find nobody else. */
    private static final int MAX_WORDS = 5;

    /** A single word with a year would be frequent, so it stands for the whole name of one word only. */
    private static final int FEWEST_OF_SEVERAL = 2;

    private final ToLongFunction<String> hash;
    private final SortedSet<Long> tags = new TreeSet<>();

    private MatchTags(ToLongFunction<String> hash) {
        this.hash = hash;
    }

    /**
     * @param hash a keyed hash
     * @return empty for a person without names and documents
     */
    static SortedSet<Long> of(Features features, ToLongFunction<String> hash) {
        MatchTags tags = new MatchTags(hash);
        List<String> words = features.names().words().stream()
                .map(Sound::skeleton)
                .distinct()
                .limit(MAX_WORDS)
                .sorted()
                .toList();
        if (features.birthDate() != null) {
            words.forEach(word -> tags.add("date", word, features.birthDate().toString()));
        }
        groups(words).forEach(group -> tags.addBirths(group, features));
        features.documents().forEach(document -> tags.add("document", document, ""));
        return tags.tags;
    }

    /** All words, and all but each. */
    private static List<String> groups(List<String> words) {
        List<String> groups = new ArrayList<>();
        if (!words.isEmpty()) {
            groups.add(String.join(" ", words));
        }
        if (words.size() > FEWEST_OF_SEVERAL) {
            for (int left = 0; left < words.size(); left++) {
                List<String> others = new ArrayList<>(words);
                others.remove(left);
                groups.add(String.join(" ", others));
            }
        }
        return groups;
    }

    private void addBirths(String group, Features features) {
        for (int year = features.bornFrom(); year <= features.bornTo(); year++) {
            add("year", group, String.valueOf(year));
        }
        LocalDate born = features.birthDate();
        if (born != null) {
            int less = Math.min(born.getMonthValue(), born.getDayOfMonth());
            int more = Math.max(born.getMonthValue(), born.getDayOfMonth());
            add("day", group, less + "-" + more);
        }
    }

    private void add(String kind, String words, String rest) {
        tags.add(hash.applyAsLong(kind + "\0" + words + "\0" + rest));
    }
}
