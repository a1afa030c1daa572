package org.puente.registry.hsds;

import java.util.List;
import org.puente.platform.text.PlainText;

/** Searches words in texts that are not in the database; folds them as the database does. */
record Words(List<String> words) {

    boolean allIn(String text) {
        String folded = PlainText.folded(text);
        return words.stream().allMatch(word -> folded.contains(PlainText.folded(word)));
    }
}
