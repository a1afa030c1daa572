package org.puente.platform.web;

import jakarta.ws.rs.core.UriInfo;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestResponse;
import org.puente.contracts.Times;
import org.puente.platform.problems.ProblemException;

/**
 * Keyset paging: a list is ordered by (instant, id), and the opaque cursor is the last pair seen.
 *
 * @param limit how many items a page holds at most
 * @param after instant of the last item seen; {@link Instant#EPOCH} at the start
 * @param afterId id of the last item seen; the nil UUID at the start
 */
public record Paging(int limit, Instant after, UUID afterId) {
    private static final UUID NIL = new UUID(0, 0);

    /**
     * One page of a list.
     *
     * @param next cursor of the next page, whose address stands in the Link header; null on the last
     *     page
     */
    @Schema(requiredProperties = {"items"})
    public record Page<T>(List<T> items, String next) {}

    /**
     * @param list the list whose page is requested; a cursor of another list is not valid here
     * @throws ProblemException 400 if this list did not give the cursor. Cursors of the former
     *     release name no list, and pass.
     */
    public static Paging of(Limit limit, String cursor, UriInfo list) {
        if (cursor == null) {
            return new Paging(limit.items(), Instant.EPOCH, NIL);
        }
        try {
            String[] parts =
                    new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII).split("_", -1);
            if (parts.length > 3 || parts.length == 3 && !parts[2].equals(tag(list))) {
                throw Cursors.unknown();
            }
            return new Paging(limit.items(), Times.instant(parts[0]), UUID.fromString(parts[1]));
        } catch (IllegalArgumentException | DateTimeException | ArrayIndexOutOfBoundsException e) {
            throw Cursors.unknown();
        }
    }

    /** How many rows to read: one more than shown, to know whether there is a next page. */
    public int reach() {
        return limit + 1;
    }

    public <R, T> RestResponse<Page<T>> page(
            UriInfo uri, List<R> rows, Function<R, T> shown, Function<R, Instant> at, Function<R, UUID> id) {
        List<R> here = here(rows);
        String next =
                here.size() < rows.size() ? cursor(at.apply(here.getLast()), id.apply(here.getLast()), uri) : null;
        RestResponse.ResponseBuilder<Page<T>> response = RestResponse.ResponseBuilder.ok(
                new Page<>(here.stream().map(shown).toList(), next));
        if (next != null) {
            response.header("Link", next(uri, "cursor", next));
        }
        return response.build();
    }

    /** The rows of this page, without the one that shows that there is a next page. */
    public <R> List<R> here(List<R> rows) {
        return rows.size() > limit ? rows.subList(0, limit) : rows;
    }

    /**
     * The Link header (RFC 8288) to the next page of a list.
     *
     * @param parameter the query parameter that takes the cursor
     */
    public static String next(UriInfo list, String parameter, String cursor) {
        return "<"
                + list.getRequestUriBuilder()
                        .replaceQueryParam(parameter, cursor)
                        .build() + ">; rel=\"next\"";
    }

    private static String tag(UriInfo list) {
        return Integer.toHexString(list.getPath().hashCode());
    }

    private static String cursor(Instant at, UUID id, UriInfo list) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((at + "_" + id + "_" + tag(list)).getBytes(StandardCharsets.US_ASCII));
    }
}
