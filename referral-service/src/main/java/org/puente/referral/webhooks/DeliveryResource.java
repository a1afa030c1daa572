package org.puente.referral.webhooks;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.resteasy.reactive.RestResponse;
import org.puente.platform.persistence.UnitOfWork;
import org.puente.platform.problems.ProblemException;
import org.puente.platform.web.Access;
import org.puente.platform.web.Caller;
import org.puente.platform.web.Limit;
import org.puente.platform.web.Paging;
import org.puente.platform.web.Query;

/** The deliveries to a webhook of the caller's institution, made or not. */
@Tag(name = "Webhooks")
@Path("/v1/webhooks/{id}/deliveries")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("case-manager")
class DeliveryResource {
    private final Access access;
    private final UnitOfWork work;
    private final Webhooks webhooks;
    private final Deliveries deliveries;
    private final Clock clock;

    DeliveryResource(Access access, UnitOfWork work, Webhooks webhooks, Deliveries deliveries, Clock clock) {
        this.access = access;
        this.work = work;
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.clock = clock;
    }

    /**
     * @param state pending, delivered or failed; none for all
     */
    @GET
    @Operation(operationId = "listDeliveries", summary = "Lists what was delivered to a webhook, and what was not")
    public Uni<RestResponse<Paging.Page<DeliveryView>>> list(
            UUID id,
            @Parameter(description = "`pending`, `delivered` or `failed`; all if absent") @QueryParam("state")
                    String state,
            @QueryParam("limit") @DefaultValue(Limit.DEFAULT) Limit limit,
            @QueryParam("cursor") String cursor,
            @Context UriInfo uri) {
        Caller caller = access.caller();
        Paging paging = Paging.of(limit, cursor, uri);
        List<DeliveryState> states = states(state);
        return work.read(session -> webhooks.find(session, caller, id)
                        .chain(webhook -> deliveries.page(session, id, states, paging)))
                .map(rows -> paging.page(uri, rows, DeliveryView::of, row -> row.createdAt, row -> row.id));
    }

    /** Delivers the change anew, whatever the outcome so far, under the same webhook-id. */
    @POST
    @Path("/{deliveryId}/redeliver")
    @APIResponse(
            responseCode = "202",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = DeliveryView.class)))
    @Operation(operationId = "redeliver", summary = "Delivers it anew, whatever came of it, under the same webhook-id")
    @APIResponse(responseCode = "409", description = "The webhook is disabled")
    public Uni<Response> redeliver(UUID id, UUID deliveryId) {
        Caller caller = access.caller();
        return work.run(session -> redeliver(session, caller, id, deliveryId))
                .map(delivery -> Response.accepted(DeliveryView.of(delivery)).build());
    }

    private Uni<Delivery> redeliver(Mutiny.Session session, Caller caller, UUID id, UUID deliveryId) {
        return webhooks.hold(session, caller, id)
                .invoke(webhook -> {
                    if (!webhook.isEnabled()) {
                        throw ProblemException.conflict("webhook-disabled");
                    }
                })
                .chain(webhook -> session.find(Delivery.class, deliveryId))
                .invoke(delivery -> {
                    if (delivery == null || !delivery.webhookId.equals(id)) {
                        throw ProblemException.notFound();
                    }
                    delivery.again(clock.instant());
                });
    }

    private static List<DeliveryState> states(String word) {
        DeliveryState state = Query.code("state", DeliveryState.class, word);
        return state == null ? List.of() : List.of(state);
    }
}
