package org.puente.platform.persistence;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;

/** Reads a log by the positions of its entries, page by page, for one reader at its own pace. */
public final class LogReader<E> {
    private final int size;
    private final LongFunction<Uni<List<E>>> pages;
    private final ToLongFunction<E> positions;
    private volatile long position;

    /**
     * @param after the position to begin after
     * @param size of a full page
     * @param pages the next page after a position, in the order of the log
     * @param positions the position of an entry
     */
    public LogReader(long after, int size, LongFunction<Uni<List<E>>> pages, ToLongFunction<E> positions) {
        this.position = after;
        this.size = size;
        this.pages = pages;
        this.positions = positions;
    }

    /** The position of the last entry that was read. */
    public long position() {
        return position;
    }

    /** The entries up to the present end of the log; called again, those that were added since. */
    public Multi<E> toEnd() {
        return Multi.createBy()
                .repeating()
                .uni(() -> pages.apply(position).invoke(this::moveOn))
                .whilst(page -> page.size() == size)
                .onItem()
                .disjoint();
    }

    private void moveOn(List<E> page) {
        if (!page.isEmpty()) {
            position = positions.applyAsLong(page.getLast());
        }
    }
}
