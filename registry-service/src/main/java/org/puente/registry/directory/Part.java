package org.puente.registry.directory;

import java.util.List;
import java.util.function.Function;

/**
 * A part of a list, and how long the whole list is.
 *
 * @param total of all entries, seen or not
 */
public record Part<T>(List<T> entries, long total) {

    public <S> Part<S> map(Function<T, S> shown) {
        return new Part<>(entries.stream().map(shown).toList(), total);
    }

    /** Of a list without entries. */
    public static <T> Part<T> none() {
        return new Part<>(List.of(), 0);
    }
}
