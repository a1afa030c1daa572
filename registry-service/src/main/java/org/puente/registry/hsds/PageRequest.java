package org.puente.registry.hsds;

import java.util.List;
import org.puente.platform.problems.ProblemException;
import org.puente.platform.problems.ProblemKind;
import org.puente.registry.directory.RowRange;

/**
 * Which rows of a list are asked for: the checked form of {@code page} and {@code per_page}.
 *
 * @param page from 1
 */
record PageRequest(int page, int perPage) {
    /** The whole list as one page. */
    static final PageRequest ALL = new PageRequest(1, Integer.MAX_VALUE);

    private static final int DEFAULT_SIZE = 50;
    private static final int MAX_SIZE = 500;
    private static final int MAX_PAGE = 1_000_000;

    /**
     * @param perPage null for the default size
     */
    static PageRequest of(PageNumber page, PageNumber perPage) {
        int size = perPage == null ? DEFAULT_SIZE : perPage.value();
        if (page.value() < 1 || page.value() > MAX_PAGE || size < 1 || size > MAX_SIZE) {
            throw outOfRange();
        }
        return new PageRequest(page.value(), size);
    }

    static ProblemException outOfRange() {
        return ProblemException.of(ProblemKind.INVALID, "page-out-of-range", MAX_SIZE);
    }

    RowRange rows() {
        return new RowRange((page - 1) * perPage, perPage);
    }

    /** The entries of this page, from a whole list in memory. */
    <T> List<T> of(List<T> all) {
        return all.stream().skip(rows().offset()).limit(perPage).toList();
    }
}
