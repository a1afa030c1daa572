package org.puente.registry.hsds;

import java.util.List;
import org.puente.platform.PlainText;

/** Words that are looked for in what doesn't lie in the database; folded as there. */
record Words(List<String> words) {

    boolean allIn(String text) {
        String folded = PlainText.folded(text);
        return words.stream().allMatch(word -> folded.contains(PlainText.folded(word)));
    }
}
