package org.puente.platform.persistence;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.function.Function;

/** Steps that are taken one after the other, as a session must be used. */
public final class Sequential {
    private Sequential() {}

    /**
     * Takes each step when the one before is done; the first failure ends it. However many there
     * are, they need no deeper stack: a chain that is built in a loop would, where steps are done
     * at once, and an overflow on an event loop is told to nobody.
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
