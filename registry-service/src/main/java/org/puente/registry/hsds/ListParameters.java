package org.puente.registry.hsds;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.puente.platform.json.Json;
import org.puente.platform.problems.ProblemException;
import org.puente.platform.problems.ProblemKind;
import org.puente.platform.text.PlainText;
import org.puente.registry.directory.Part;
import org.puente.registry.wording.Wording;

/**
 * The parameters that every list takes, as they come in the request (HSDS 3.0, openapi.json, components/parameters).
 *
 * @param search words that must all be found; capitals, accents and invisible characters don't
 *     matter
 * @param perPage null for the default size
 * @param format json, or ndjson for the whole list with an entry on each line; if null, Accept
 *     decides
 */
record ListParameters(
        @Parameter(description = "Words that must all be found; capitals and accents do not matter")
        @QueryParam("search")
        String search,

        @Parameter(description = "Which page, from 1") @QueryParam("page") @DefaultValue("1")
        PageNumber page,

        @Parameter(description = "How many entries a page holds: 1 to 500, 50 if absent") @QueryParam("per_page")
        PageNumber perPage,

        @Parameter(description = "`json`, or `ndjson` for the whole list with an entry on each line")
        @QueryParam("format")
        String format,

        @Parameter(hidden = true) @HeaderParam("Accept") String accept,
        @HeaderParam("Accept-Language") String languages) {

    private static final String LINES = "ndjson";
    static final String LINES_TYPE = "application/x-ndjson";
    private static final int MAX_SEARCH_LENGTH = 200;

    Wording wording() {
        return Wording.preferred(languages);
    }

    List<String> words() {
        if (search == null) {
            return List.of();
        }
        if (search.length() > MAX_SEARCH_LENGTH) {
            throw ProblemException.of(ProblemKind.INVALID, "search-too-long", MAX_SEARCH_LENGTH);
        }
        String folded = PlainText.folded(search);
        return folded.isEmpty() ? List.of() : List.of(folded.split(" "));
    }

    PageRequest pageRequest() {
        if (format != null && !format.equals("json") && !format.equals(LINES)) {
            throw ProblemException.of(ProblemKind.INVALID, "format-unknown");
        }
        return asLines() ? PageRequest.ALL : PageRequest.of(page, perPage);
    }

    /** Without a format, the first type of the Accept header decides. */
    private boolean asLines() {
        return format == null ? accept != null && accept.startsWith(LINES_TYPE) : format.equals(LINES);
    }

    /** The whole list as one page unless a size or another page than the first is asked for. */
    PageRequest wholeUnlessPaged() {
        PageRequest asked = pageRequest();
        return perPage == null && asked.page() == 1 ? PageRequest.ALL : asked;
    }

    <T> Response answer(PageRequest page, Part<T> part, Function<T, ?> shown) {
        List<?> contents = part.entries().stream().map(shown).toList();
        if (asLines()) {
            String lines =
                    contents.stream().map(entry -> Json.write(entry) + "\n").collect(Collectors.joining());
            return LocalizedAnswer.in(wording()).entity(lines).type(LINES_TYPE).build();
        }
        return LocalizedAnswer.in(wording())
                .entity(Page.of(page, part.total(), contents))
                .type(MediaType.APPLICATION_JSON_TYPE)
                .build();
    }
}
