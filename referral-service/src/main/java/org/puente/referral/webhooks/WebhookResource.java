package org.puente.referral.webhooks;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.puente.contracts.InstitutionId;
import org.puente.platform.persistence.UnitOfWork;
import org.puente.platform.web.Access;
import org.puente.platform.web.Caller;
import org.puente.platform.web.ETags;
import org.puente.platform.web.Limit;
import org.puente.platform.web.Paging;
import org.puente.platform.web.StoredResponse;

/** The webhooks of the caller's institution. */
@Tag(name = "Webhooks", description = "Changes that the caller's institution is notified of, and where")
@Path("/v1/webhooks")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("case-manager")
class WebhookResource {
    private final Access access;
    private final UnitOfWork work;
    private final Webhooks webhooks;
    private final Targets targets;
    private final WebhookRegistration registering;
    private final WebhookEditing changing;

    WebhookResource(
            Access access,
            UnitOfWork work,
            Webhooks webhooks,
            Targets targets,
            WebhookRegistration registering,
            WebhookEditing changing) {
        this.access = access;
        this.work = work;
        this.webhooks = webhooks;
        this.targets = targets;
        this.registering = registering;
        this.changing = changing;
    }

    /** Registers a webhook. The answer shows its secret, which is never shown again. */
    @POST
    @APIResponse(
            responseCode = "201",
            headers = @Header(name = "ETag", ref = "ETag"),
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = WebhookView.WithSecret.class)))
    @Operation(operationId = "registerWebhook", summary = "Registers a webhook; its secret is shown this once")
    @APIResponse(responseCode = "409", description = "There are as many webhooks as an institution may have")
    public Uni<Response> register(@NotNull @Valid WebhookRequest wanted, @HeaderParam("Idempotency-Key") String key) {
        Caller caller = access.caller();
        InstitutionId owner = caller.mustHaveInstitution();
        return targets.check(wanted.url())
                .chain(() -> registering.register(caller, owner, wanted, key))
                .map(StoredResponse::response);
    }

    @GET
    @Operation(operationId = "listWebhooks", summary = "Lists the webhooks of the caller's institution")
    public Uni<RestResponse<Paging.Page<WebhookView>>> list(
            @QueryParam("limit") @DefaultValue(Limit.DEFAULT) Limit limit,
            @QueryParam("cursor") String cursor,
            @Context UriInfo uri) {
        InstitutionId owner = access.caller().mustHaveInstitution();
        Paging paging = Paging.of(limit, cursor, uri);
        return work.read(session -> webhooks.page(session, owner, paging))
                .map(rows -> paging.page(uri, rows, WebhookView::of, row -> row.createdAt, row -> row.id));
    }

    @GET
    @Path("/{id}")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = WebhookView.class)))
    @Operation(operationId = "readWebhook", summary = "Reads a webhook")
    public Uni<Response> read(UUID id) {
        Caller caller = access.caller();
        return work.read(session -> webhooks.find(session, caller, id)).map(WebhookResource::response);
    }

    /** Changes the URL and the filters of a webhook; pending deliveries go to the new URL. */
    @PUT
    @Path("/{id}")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = WebhookView.class)))
    @Operation(operationId = "changeWebhook", summary = "Changes where a webhook goes and what it is notified of")
    public Uni<Response> change(
            UUID id, @NotNull @Valid WebhookRequest wanted, @HeaderParam("If-Match") String ifMatch) {
        Caller caller = access.caller();
        return work.read(session -> webhooks.find(session, caller, id))
                .chain(() -> targets.check(wanted.url()))
                .chain(() -> changing.change(caller, id, wanted, ifMatch))
                .map(WebhookResource::response);
    }

    /** Removes the webhook, and its pending deliveries with it. */
    @DELETE
    @Path("/{id}")
    @APIResponse(responseCode = "204")
    @Operation(operationId = "removeWebhook", summary = "Removes a webhook, and what was still to be delivered")
    public Uni<Response> remove(UUID id) {
        return changing.remove(access.caller(), id)
                .map(gone -> Response.noContent().build());
    }

    /** Enables a webhook that was disabled; it goes on where it stopped. */
    @POST
    @Path("/{id}/enable")
    @APIResponse(
            responseCode = "200",
            headers = @Header(name = "ETag", ref = "ETag"),
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = WebhookView.class)))
    @Operation(
            operationId = "enableWebhook",
            summary = "Enables a webhook that was disabled; it goes on where it stopped")
    public Uni<Response> enable(UUID id) {
        return changing.enable(access.caller(), id).map(WebhookResource::response);
    }

    /** Replaces the secret; the former one signs as well for a day. Shows the new one, once. */
    @POST
    @Path("/{id}/secret")
    @APIResponse(
            responseCode = "200",
            headers = @Header(name = "ETag", ref = "ETag"),
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = WebhookView.WithSecret.class)))
    @Operation(
            operationId = "replaceWebhookSecret",
            summary = "Replaces the secret of a webhook; the new one is shown this once")
    public Uni<Response> replaceSecret(UUID id, @HeaderParam("Idempotency-Key") String key) {
        return registering.replaceSecret(access.caller(), id, key).map(StoredResponse::response);
    }

    private static Response response(Webhook webhook) {
        return Response.ok(WebhookView.of(webhook))
                .header("ETag", ETags.of(webhook.revision))
                .build();
    }
}
