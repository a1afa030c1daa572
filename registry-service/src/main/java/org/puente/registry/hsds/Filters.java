package org.puente.registry.hsds;

import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.puente.platform.web.Query;
import org.puente.registry.directory.DirectoryFilter;
import org.puente.registry.directory.Term;

/**
 * The filters of lists of services; "query parameters are cumulative in their effect, behaving as a
 * boolean AND" (HSDS 3.0, API reference, Query Parameters and Filters).
 *
 * @param taxonomyTermId may be repeated: a service must have all the terms; a parent term sets no
 *     condition, since every service has one of its terms
 * @param modifiedAfter RFC 3339, or a day that begins in UTC; inclusive
 */
record Filters(
        @Parameter(description = "Only services under this term; where it stands several times, under all of them")
        @QueryParam("taxonomy_term_id")
        List<String> taxonomyTermId,

        @Parameter(description = "Only services of this taxonomy") @QueryParam("taxonomy_id")
        String taxonomyId,

        @Parameter(description = "Only services of this organization") @QueryParam("organization_id")
        String organizationId,

        @Parameter(description = "Only what changed at or after this instant or day (RFC 3339)")
        @QueryParam("modified_after")
        String modifiedAfter) {

    boolean asksForTerms() {
        return taxonomyTermId != null && !taxonomyTermId.isEmpty();
    }

    /**
     * @param terms of the taxonomy; read only if the request has terms
     * @return empty if no service can match
     */
    Optional<DirectoryFilter> narrowing(List<String> words, Terms terms) {
        List<Term> wanted = new ArrayList<>();
        UUID taxonomy = id("taxonomy_id", taxonomyId);
        UUID institution = id("organization_id", organizationId);
        Instant modified = instant("modified_after", modifiedAfter);
        if (taxonomy != null && !taxonomy.equals(Taxonomy.ID)) {
            return Optional.empty();
        }
        for (String text : asksForTerms() ? taxonomyTermId : List.<String>of()) {
            Optional<Term> term = terms.find(id("taxonomy_term_id", text));
            if (term.isEmpty()) {
                return Optional.empty();
            }
            term.filter(t -> t.code() != null).ifPresent(wanted::add);
        }
        return Optional.of(new DirectoryFilter(words, institution, wanted, modified));
    }

    /** Null for null. */
    static UUID id(String parameter, String text) {
        return Query.id(parameter, text);
    }

    /** Null for null. */
    static Instant instant(String parameter, String text) {
        return text == null || text.length() != "2026-01-31".length()
                ? Query.instant(parameter, text)
                : Query.day(parameter, text).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
