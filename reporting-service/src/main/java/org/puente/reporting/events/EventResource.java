package org.puente.reporting.events;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerResponse;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.puente.platform.web.AnyNode;
import org.puente.platform.web.Cursor;
import org.puente.platform.web.Limit;
import org.puente.platform.web.Paging;

/** What every node says, for operators: as a list, and live. */
@Path("/v1/events")
@RolesAllowed("operator")
@AnyNode
class EventResource {
    private final Events events;
    private final EventSse sse;

    EventResource(Events events, EventSse sse) {
        this.events = events;
        this.sse = sse;
    }

    /** A CloudEvent in structured JSON, given out as it was kept. */
    @Schema(type = SchemaType.OBJECT, description = "CloudEvent 1.0, structured JSON")
    record Item(@JsonValue @JsonRawValue String event) {}

    /**
     * The events from a cursor on, oldest first.
     *
     * @param cursor one that a page or the stream gave
     */
    @GET
    public Uni<Response> list(
            @QueryParam("node") String node,
            @QueryParam("stream") String stream,
            @QueryParam("type") String type,
            @QueryParam("caseId") String caseId,
            @QueryParam("limit") @DefaultValue(Limit.DEFAULT) Limit limit,
            @QueryParam("cursor") String cursor,
            @Context UriInfo uri) {
        EventFilter filter = sse.seen(EventFilter.of(node, stream, type, caseId));
        Paging paging = Paging.of(limit, null);
        return events.after(cursor == null ? 0 : Cursor.position(cursor), filter, paging.reach())
                .map(found -> page(uri, paging, found));
    }

    /**
     * The events live.
     *
     * @param lastEventId where to go on after a break; outranks {@code cursor}
     * @param cursor where to begin; without either it is what happens from now on
     */
    @GET
    @Path("/stream")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @APIResponse(
            responseCode = "200",
            description = "Server-sent events",
            content = @Content(mediaType = MediaType.SERVER_SENT_EVENTS))
    public Uni<Void> stream(
            @HeaderParam("Last-Event-ID") String lastEventId,
            @QueryParam("cursor") String cursor,
            @QueryParam("node") String node,
            @QueryParam("stream") String stream,
            @QueryParam("type") String type,
            @QueryParam("caseId") String caseId,
            @Context HttpServerResponse response) {
        return sse.send(
                response,
                lastEventId == null ? cursor : lastEventId,
                sse.seen(EventFilter.of(node, stream, type, caseId)));
    }

    private static Response page(UriInfo uri, Paging paging, List<StoredEvent> found) {
        boolean more = found.size() > paging.limit();
        List<StoredEvent> here = more ? found.subList(0, paging.limit()) : found;
        List<Item> items = here.stream().map(event -> new Item(event.json())).toList();
        if (!more) {
            return Response.ok(new Paging.Page<>(items, null)).build();
        }
        String next = Cursor.of(here.getLast().position());
        return Response.ok(new Paging.Page<>(items, next))
                .header(
                        "Link",
                        "<"
                                + uri.getRequestUriBuilder()
                                        .replaceQueryParam("cursor", next)
                                        .build()
                                + ">; rel=\"next\"")
                .build();
    }
}
