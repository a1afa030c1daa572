package org.puente.registry.hsds;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A page of a list (HSDS 3.0 API reference, schema Page).
 *
 * @param totalItems number of entries on all pages
 * @param size number of entries on this page
 */
@JsonNaming(SnakeCaseStrategy.class)
@Schema(
        name = "HsdsPage",
        requiredProperties = {
            "total_items",
            "total_pages",
            "page_number",
            "size",
            "first_page",
            "last_page",
            "empty",
            "contents"
        })
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
