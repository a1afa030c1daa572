package org.puente.reception.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.ToLongFunction;

/**
 * The tags by which registrations that may be of one person are found: two registrations with a tag in common are
 * compared. A tag is a keyed hash of some of a person's words, as they sound, and in most tags of the birth too. One
 * mistyped word, or a wrong birth, leaves tags that fit: two words and a year of birth; one word and the whole birth
 * date; three words without birth; a document. No tag is of a single common word, so that how often a tag occurs says little.
 */
final class MatchTags {
    /** Of a long name; more would make many tags and find nobody else. */
    private static final int MAX_WORDS = 5;

    /** An age that is a guess covers so many years that they would tell nobody apart. */
    private static final int MAX_YEARS = 3;

    private MatchTags() {}

    /**
     * @param hash a keyed hash
     * @return empty for a person without names and documents
     */
    static SortedSet<Long> of(Features features, ToLongFunction<String> hash) {
        List<String> words = features.names().words().stream()
                .map(Sound::skeleton)
                .distinct()
                .limit(MAX_WORDS)
                .sorted()
                .toList();
        List<String> texts = new ArrayList<>();
        addPairs(texts, words, features);
        if (features.birthDate() != null) {
            words.forEach(word -> texts.add("date " + word + " " + features.birthDate()));
        }
        addTriples(texts, words);
        features.documents().forEach(document -> texts.add("document " + document));
        SortedSet<Long> tags = new TreeSet<>();
        texts.forEach(text -> tags.add(hash.applyAsLong(text)));
        return tags;
    }

    private static void addPairs(List<String> texts, List<String> words, Features features) {
        if (features.bornTo() - features.bornFrom() >= MAX_YEARS) {
            return;
        }
        for (int year = features.bornFrom(); year <= features.bornTo(); year++) {
            for (int i = 0; i < words.size(); i++) {
                for (int j = i + 1; j < words.size(); j++) {
                    texts.add("year " + words.get(i) + " " + words.get(j) + " " + year);
                }
            }
        }
    }

    /** Of a shorter name all its words. */
    private static void addTriples(List<String> texts, List<String> words) {
        if (!words.isEmpty() && words.size() < 3) {
            texts.add("all " + String.join(" ", words));
        }
        for (int i = 0; i < words.size(); i++) {
            for (int j = i + 1; j < words.size(); j++) {
                for (int k = j + 1; k < words.size(); k++) {
                    texts.add("names " + words.get(i) + " " + words.get(j) + " " + words.get(k));
                }
            }
        }
    }
}
