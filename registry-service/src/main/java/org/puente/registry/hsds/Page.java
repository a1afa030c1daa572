package org.puente.registry.hsds;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A page of a list as it is answered (HSDS 3.0 API reference, schema Page).
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

    static <T> Page<T> of(PageRequest page, long total, List<T> contents) {
        long pages = (total + page.perPage() - 1) / page.perPage();
        return new Page<>(
                total,
                pages,
                page.page(),
                contents.size(),
                page.page() == 1,
                page.page() >= pages,
                contents.isEmpty(),
                contents);
    }
}
