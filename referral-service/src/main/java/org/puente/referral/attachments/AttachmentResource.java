package org.puente.referral.attachments;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.puente.contracts.ReferralId;
import org.puente.platform.audit.ReadingGround;
import org.puente.platform.execution.WorkerPool;
import org.puente.platform.persistence.UnitOfWork;
import org.puente.platform.problems.ProblemException;
import org.puente.platform.problems.ProblemKind;
import org.puente.platform.web.Access;
import org.puente.platform.web.Caller;
import org.puente.platform.web.Idempotency;
import org.puente.platform.web.MediaRanges;
import org.puente.platform.web.StoredResponse;
import org.puente.referral.attachments.ReferralAttachments.Reader;
import org.puente.referral.dossiers.AccessPurpose;

/** Files that go with a referral: its issuer attaches them, its recipient alone reads them. */
@Tag(name = "Attachments", description = "Files that go with a referral")
@Path("/v1/referrals/{id}/attachments")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("case-manager")
class AttachmentResource {
    private final UnitOfWork work;
    private final Idempotency idempotency;
    private final Access access;
    private final AttachmentUpload attaching;
    private final ReferralAttachments attached;

    AttachmentResource(
            UnitOfWork work,
            Idempotency idempotency,
            Access access,
            AttachmentUpload attaching,
            ReferralAttachments attached) {
        this.work = work;
        this.idempotency = idempotency;
        this.access = access;
        this.attaching = attaching;
        this.attached = attached;
    }

    /** The attachments of a referral; they are too few for pages. */
    @Schema(requiredProperties = {"items"})
    record Attachments(List<AttachmentView> items) {}

    @POST
    @FileConcurrencyLimit.WholeFile
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "attachFile",
            summary = "Attaches a file to an open referral",
            description = "For the institution that issued it. The body is the file: PDF, JPEG, PNG or"
                    + " WebP, 5 MiB at most; its first bytes show its type. A"
                    + " Content-Type of another type is refused;"
                    + " application/octet-stream names none.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_OCTET_STREAM,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(
            responseCode = "201",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = AttachmentView.class)))
    @APIResponse(responseCode = "409", description = "The referral is not open, is full, or its recipient has no key")
    @APIResponse(
            responseCode = "422",
            description =
                    "The file is not what it claims to be, the consent does not cover it, or the `Idempotency-Key` was sent with another body")
    public Uni<Response> attach(
            UUID id,
            @Parameter(
                            description = "What the file is",
                            required = true,
                            schema = @Schema(implementation = AttachmentKind.class))
                    @QueryParam("kind")
                    String kind,
            @Parameter(hidden = true) @HeaderParam("Content-Type") String claimed,
            @HeaderParam("Idempotency-Key") String key,
            byte[] file) {
        Caller caller = access.caller();
        return WorkerPool.of(() -> UploadedFile.of(kind, claimed, file))
                .chain(offered -> attach(caller, key, new ReferralId(id), offered))
                .map(StoredResponse::response);
    }

    private Uni<StoredResponse> attach(Caller caller, String key, ReferralId id, UploadedFile offered) {
        String path = "/v1/referrals/" + id + "/attachments";
        return idempotency.once(
                caller,
                key,
                "POST " + path,
                offered.identity(),
                session -> attaching
                        .attach(session, caller, id, offered)
                        .map(sent -> StoredResponse.created(path + "/" + sent.attachmentId(), sent)));
    }

    /**
     * The issuer is shown what it sent, the recipient what has come.
     *
     * @param why the ground of the reading, as a word for the audit
     */
    @GET
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Attachments.class)))
    @APIResponse(responseCode = "410", description = "What was attached was erased")
    @Operation(operationId = "listAttachments", summary = "Lists what is attached to a referral")
    public Uni<Response> list(
            UUID id,
            @Parameter(description = "The ground of the reading, as a word for the audit")
                    @QueryParam("why")
                    @DefaultValue(AccessPurpose.USUAL)
                    String why) {
        Reader reader = new Reader(access.caller(), ReadingGround.word(why));
        return work.run(session -> attached.list(session, reader, new ReferralId(id)))
                .map(items -> Response.ok(new Attachments(items)))
                .map(Response.ResponseBuilder::build);
    }

    /**
     * The file, for the addressed institution alone; every reading is audited.
     *
     * @param why the ground of the reading, as a word for the audit
     */
    @GET
    @Path("/{attachmentId}")
    @FileConcurrencyLimit.WholeFile
    @Produces({"application/pdf", "image/jpeg", "image/png", "image/webp", MediaType.APPLICATION_OCTET_STREAM})
    @APIResponse(
            responseCode = "200",
            description = "The file, of the type that it was found to be",
            content = {
                @Content(mediaType = "application/pdf", schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = "image/jpeg", schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = "image/png", schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = "image/webp", schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    @Operation(
            operationId = "readAttachment",
            summary = "Reads a file, for the addressed institution alone; every reading is audited")
    @APIResponse(responseCode = "409", description = "The file is not there yet, or is damaged")
    @APIResponse(responseCode = "410", description = "The file was erased")
    public Uni<Response> read(
            UUID id,
            UUID attachmentId,
            @Parameter(description = "The ground of the reading, as a word for the audit")
                    @QueryParam("why")
                    @DefaultValue(AccessPurpose.USUAL)
                    String why,
            @HeaderParam("Accept") String accept) {
        Reader reader = new Reader(access.caller(), ReadingGround.word(why));
        return work.run(session -> attached.read(session, reader, new ReferralId(id), attachmentId))
                .map(file -> download(file, accept));
    }

    /** A file from another institution is to be stored; no browser may show it or guess its type. */
    private static Response download(HeldAttachments.File file, String accept) {
        String own = file.what().type().code();
        String type = MediaRanges.best(accept, own, MediaType.APPLICATION_OCTET_STREAM)
                .orElseThrow(() -> ProblemException.of(ProblemKind.NOT_ACCEPTABLE, "not-acceptable", own));
        String name = file.what().attachmentId() + "." + file.what().type().ending();
        return Response.ok(file.bytes(), type)
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .build();
    }
}
