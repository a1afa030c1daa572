package org.puente.registry.directory;

import java.util.List;
import java.util.function.Function;

/**
 * A part of a list, and the length of the whole list.
 *
 * @param total number of entries in the whole list
 */
public record Part<T>(List<T> entries, long total) {

    public <S> Part<S> map(Function<T, S> shown) {
        return new Part<>(entries.stream().map(shown).toList(), total);
    }

    /** The part of an empty list. */
    public static <T> Part<T> none() {
        return new Part<>(List.of(), 0);
    }
}
