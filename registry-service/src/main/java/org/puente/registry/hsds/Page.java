package org.puente.registry.hsds;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;

/**
 * A page of a list (HSDS 3.0 API reference, schema Page).
 *
 * @param totalItems on all pages
 * @param size on this page
 */
@JsonNaming(SnakeCaseStrategy.class)
record Page<T>(
        long totalItems,
        long totalPages,
        int pageNumber,
        int size,
        boolean firstPage,
        boolean lastPage,
        boolean empty,
        List<T> contents) {

    static <T> Page<T> of(Pager pager, long total, List<T> contents) {
        long pages = (total + pager.perPage() - 1) / pager.perPage();
        return new Page<>(
                total,
                pages,
                pager.page(),
                contents.size(),
                pager.page() == 1,
                pager.page() >= pages,
                contents.isEmpty(),
                contents);
    }
}
