package org.puente.registry.hsds;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Words that are looked for in what doesn't lie in the database; folded as there. */
record Words(List<String> words) {
    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");

    boolean allIn(String text) {
        String folded = fold(text);
        return words.stream().allMatch(word -> folded.contains(fold(word)));
    }

    private static String fold(String text) {
        return ACCENTS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }
}
