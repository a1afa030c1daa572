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
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.function.LongFunction;
import java.util.function.LongUnaryOperator;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.puente.platform.web.AnyNode;
import org.puente.platform.web.Cursors;
import org.puente.platform.web.Limit;
import org.puente.platform.web.Paging;

/** The facts that all nodes publish, for operators: as a list, and live. */
@Tag(name = "Events", description = "What every node publishes")
@Path("/v1/events")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("operator")
@AnyNode
class EventResource {
    private final Events events;
    private final EventSse sse;
    private final Cursors cursors;
    private final Nodes nodes;

    EventResource(Events events, EventSse sse, Cursors cursors, Nodes nodes) {
        this.nodes = nodes;
        this.events = events;
        this.sse = sse;
        this.cursors = cursors;
    }

    /** A CloudEvent in structured JSON, as it was stored. */
    @Schema(
            type = SchemaType.OBJECT,
            description = "CloudEvent 1.0, structured JSON; `dataschema` names the schema of `data`",
            requiredProperties = {"specversion", "id", "source", "type"},
            properties = {
                @SchemaProperty(name = "specversion", type = SchemaType.STRING),
                @SchemaProperty(name = "id", type = SchemaType.STRING),
                @SchemaProperty(name = "source", type = SchemaType.STRING),
                @SchemaProperty(name = "type", type = SchemaType.STRING),
                @SchemaProperty(name = "subject", type = SchemaType.STRING),
                @SchemaProperty(name = "time", type = SchemaType.STRING),
                @SchemaProperty(name = "dataschema", type = SchemaType.STRING),
                @SchemaProperty(name = "datacontenttype", type = SchemaType.STRING),
                @SchemaProperty(name = "traceparent", type = SchemaType.STRING),
                @SchemaProperty(name = "data", type = SchemaType.OBJECT)
            })
    record Item(
            @Schema(hidden = true) @JsonValue @JsonRawValue String event) {}

    /**
     * The events after a cursor, oldest first.
     *
     * @param cursor one that a page or the stream gave; null for the beginning
     */
    @GET
    @APIResponse(responseCode = "200", description = "A page of events")
    @APIResponse(responseCode = "410", description = "The cursor is of before a restore: begin without one")
    @Operation(operationId = "listEvents", summary = "Lists the events from a cursor on, oldest first")
    public Uni<RestResponse<Paging.Page<Item>>> list(
            @Parameter(description = "Only events of this node") @QueryParam("node") String node,
            @Parameter(description = "Only events of this stream, such as `returns`") @QueryParam("stream")
                    String stream,
            @Parameter(description = "Only events of this type, such as `return.registered`") @QueryParam("type")
                    String type,
            @Parameter(description = "Only events of this case") @QueryParam("caseId") String caseId,
            @QueryParam("limit") @DefaultValue(Limit.DEFAULT) Limit limit,
            @Parameter(description = "Where to go on: what a page gave as `next`, or the stream as" + " `id`")
                    @QueryParam("cursor")
                    String cursor,
            @Context UriInfo uri) {
        EventFilter filter = sse.seen(EventFilter.of(node, stream, type, caseId));
        Paging paging = Paging.of(limit, null, uri);
        LongUnaryOperator from = cursors.from(cursor == null ? "0" : cursor);
        LongFunction<String> named = cursors.ofThisEpoch();
        return nodes.mustBeKnown(node)
                .chain(events::head)
                .chain(head -> events.after(from.applyAsLong(head), filter, paging.reach()))
                .map(found -> page(uri, paging, found, named));
    }

    /**
     * The events live.
     *
     * @param lastEventId the cursor to go on from after a break; outranks {@code cursor}
     * @param cursor where to begin; without either the stream begins with the next event
     */
    @GET
    @Path("/stream")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @APIResponse(
            responseCode = "200",
            description = "Server-sent events",
            content = @Content(mediaType = MediaType.SERVER_SENT_EVENTS))
    @APIResponse(responseCode = "410", description = "The cursor is of before a restore: begin without one")
    @Operation(operationId = "streamEvents", summary = "Streams the events live")
    public Uni<Void> stream(
            @HeaderParam("Last-Event-ID") String lastEventId,
            @Parameter(description = "Where to go on: what a page gave as `next`, or the stream as" + " `id`")
                    @QueryParam("cursor")
                    String cursor,
            @Parameter(description = "Only events of this node") @QueryParam("node") String node,
            @Parameter(description = "Only events of this stream, such as `returns`") @QueryParam("stream")
                    String stream,
            @Parameter(description = "Only events of this type, such as `return.registered`") @QueryParam("type")
                    String type,
            @Parameter(description = "Only events of this case") @QueryParam("caseId") String caseId,
            @Context HttpServerResponse response) {
        EventFilter filter = sse.seen(EventFilter.of(node, stream, type, caseId));
        return nodes.mustBeKnown(node)
                .chain(() -> sse.send(response, lastEventId == null ? cursor : lastEventId, filter));
    }

    private static RestResponse<Paging.Page<Item>> page(
            UriInfo uri, Paging paging, List<StoredEvent> found, LongFunction<String> cursors) {
        List<StoredEvent> here = paging.here(found);
        List<Item> items = here.stream().map(event -> new Item(event.json())).toList();
        if (here.size() == found.size()) {
            return RestResponse.ok(new Paging.Page<>(items, null));
        }
        String next = cursors.apply(here.getLast().position());
        return RestResponse.ResponseBuilder.ok(new Paging.Page<>(items, next))
                .header("Link", Paging.next(uri, "cursor", next))
                .build();
    }
}
