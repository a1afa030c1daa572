package org.puente.registry.hsds;

import java.util.List;
import org.puente.platform.web.Refusal;

/**
 * Which page is asked for.
 *
 * @param page from 1
 */
record Pager(int page, int perPage) {
    static final String DEFAULT = "50";
    private static final int MOST = 500;
    private static final int LAST = 1_000_000;

    Pager {
        if (page < 1 || page > LAST || perPage < 1 || perPage > MOST) {
            throw new Refusal(400, "page-out-of-range", List.of(), MOST);
        }
    }

    int offset() {
        return (page - 1) * perPage;
    }
}
