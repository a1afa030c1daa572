package org.puente.registry.hsds;

import java.util.List;
import org.puente.platform.problems.ProblemException;
import org.puente.platform.problems.ProblemKind;
import org.puente.registry.directory.Slice;

/**
 * The requested page.
 *
 * @param page from 1
 */
record Pager(int page, int perPage) {
    /** The whole list as one page. */
    static final Pager ALL = new Pager(1, Integer.MAX_VALUE);

    private static final int USUAL = 50;
    private static final int MAX = 500;
    private static final int LAST = 1_000_000;

    /**
     * @param perPage null for the default size
     */
    static Pager of(PageNumber page, PageNumber perPage) {
        int size = perPage == null ? USUAL : perPage.value();
        if (page.value() < 1 || page.value() > LAST || size < 1 || size > MAX) {
            throw outOfRange();
        }
        return new Pager(page.value(), size);
    }

    static ProblemException outOfRange() {
        return ProblemException.of(ProblemKind.INVALID, "page-out-of-range", MAX);
    }

    Slice slice() {
        return new Slice((page - 1) * perPage, perPage);
    }

    /** The entries of this page, from a whole list in memory. */
    <T> List<T> of(List<T> all) {
        return all.stream().skip(slice().offset()).limit(perPage).toList();
    }
}
