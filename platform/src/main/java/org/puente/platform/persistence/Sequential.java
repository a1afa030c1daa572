package org.puente.platform.persistence;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.function.Function;
import java.util.function.Supplier;

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

    /**
     * Does a step again and again, until one isn't full.
     *
     * @param max how many items a full step has
     * @param step returns how many items it had
     */
    public static Uni<Void> untilNotFull(int max, Supplier<Uni<Integer>> step) {
        return Multi.createBy()
                .repeating()
                .uni(() -> step.get())
                .whilst(had -> had == max)
                .collect()
                .last()
                .replaceWithVoid();
    }
}
