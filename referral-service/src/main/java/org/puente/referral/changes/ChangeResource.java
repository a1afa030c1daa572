package org.puente.referral.changes;

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
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.LongFunction;
import java.util.function.LongUnaryOperator;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.puente.contracts.InstitutionId;
import org.puente.contracts.ReferralStatus;
import org.puente.platform.web.Access;
import org.puente.platform.web.Cursors;
import org.puente.platform.web.Limit;
import org.puente.platform.web.Paging;
import org.puente.platform.web.Query;
import org.puente.referral.boxes.Box;

/** What changed in the caller's institution's boxes: since a cursor, and live. */
@Tag(name = "Referrals")
@Path("/v1/referrals")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("case-manager")
class ChangeResource {
    private final ChangeFeed feed;
    private final ChangeStream sse;
    private final Access access;
    private final Cursors cursors;

    ChangeResource(ChangeFeed feed, ChangeStream sse, Access access, Cursors cursors) {
        this.feed = feed;
        this.sse = sse;
        this.access = access;
        this.cursors = cursors;
    }

    /** A change; the referral itself is read under its id. */
    @Schema(
            name = "BoxChange",
            requiredProperties = {"cursor", "referralId", "box", "type", "status", "at"})
    record Item(String cursor, UUID referralId, Box box, String type, ReferralStatus status, Instant at) {
        static Item of(FeedEntry change, LongFunction<String> cursors) {
            return new Item(
                    cursors.apply(change.position()),
                    change.referralId(),
                    change.box(),
                    change.type(),
                    change.status(),
                    change.at());
        }
    }

    /**
     * @param next the cursor to go on from; there is always one, also where nothing has changed
     */
    @Schema(
            name = "BoxChanges",
            requiredProperties = {"items", "next"})
    record Changes(List<Item> items, String next) {}

    /**
     * What changed since a cursor, oldest first, without a gap: a client that goes on from
     * {@code next} is shown every change.
     *
     * @param after a cursor that an earlier answer or the stream gave; none for the beginning
     * @param box incoming or outgoing; none for both
     */
    @GET
    @Path("/changes")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Changes.class)))
    @APIResponse(responseCode = "410", description = "The cursor is of before a restore: begin without one")
    @Operation(operationId = "listChanges", summary = "Lists what changed since a cursor, oldest first, without a gap")
    public Uni<Response> changes(
            @Parameter(description = "A cursor that an earlier answer or the stream gave")
                    @QueryParam("after")
                    @DefaultValue("0")
                    String after,
            @Parameter(description = "`incoming` or `outgoing`; both if absent") @QueryParam("box") String box,
            @QueryParam("limit") @DefaultValue(Limit.DEFAULT) Limit limit,
            @Context UriInfo uri) {
        InstitutionId own = access.caller().mustHaveInstitution();
        Paging paging = Paging.of(limit, null, uri);
        LongUnaryOperator from = cursors.from(after);
        LongFunction<String> named = cursors.ofThisEpoch();
        Box only = Query.code("box", Box.class, box);
        return feed.settle()
                .chain(feed::head)
                .map(from::applyAsLong)
                .chain(position -> feed.after(position, own, only, paging.reach())
                        .map(found -> page(uri, position, paging, found, named)));
    }

    /**
     * The changes live, each as the fact that made it.
     *
     * @param lastEventId the cursor to go on from after a break; outranks {@code after}
     * @param after the cursor to begin after; without either the stream begins with the next change
     */
    @GET
    @Path("/stream")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @APIResponse(
            responseCode = "200",
            description = "Server-sent events",
            content = @Content(mediaType = MediaType.SERVER_SENT_EVENTS))
    @APIResponse(responseCode = "410", description = "The cursor is of before a restore: begin without one")
    @Operation(operationId = "streamChanges", summary = "Streams the changes live, each as the fact that made it")
    public Uni<Void> stream(
            @HeaderParam("Last-Event-ID") String lastEventId,
            @Parameter(description = "A cursor that an earlier answer or the stream gave") @QueryParam("after")
                    String after,
            @Parameter(description = "`incoming` or `outgoing`; both if absent") @QueryParam("box") String box,
            @Context HttpServerResponse response) {
        InstitutionId own = access.caller().mustHaveInstitution();
        return sse.send(response, own, Query.code("box", Box.class, box), lastEventId == null ? after : lastEventId);
    }

    private static Response page(
            UriInfo uri, long from, Paging paging, List<FeedEntry> found, LongFunction<String> cursors) {
        List<FeedEntry> here = paging.here(found);
        String next = cursors.apply(here.isEmpty() ? from : here.getLast().position());
        Response.ResponseBuilder response = Response.ok(new Changes(
                here.stream().map(change -> Item.of(change, cursors)).toList(), next));
        if (here.size() < found.size()) {
            response.header("Link", Paging.next(uri, "after", next));
        }
        return response.build();
    }
}
