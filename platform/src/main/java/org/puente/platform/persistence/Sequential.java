package org.puente.platform.persistence;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.function.Function;

/** Takes steps one after the other, as a session requires. */
public final class Sequential {
    private Sequential() {}

    /**
     * Takes each step when the step before is done; the first failure ends the sequence. The stack
     * stays flat, however many steps there are. A chain built in a loop would deepen it where steps
     * are done at once, and nobody is informed of an overflow on an event loop.
     */
    public static <T> Uni<Void> each(Iterable<T> items, Function<T, Uni<?>> step) {
        return Multi.createFrom()
                .iterable(items)
                .onItem()
                .transformToUniAndConcatenate(item -> step.apply(item).replaceWithVoid())
                .collect()
                .last()
                .replaceWithVoid();
    }
}
