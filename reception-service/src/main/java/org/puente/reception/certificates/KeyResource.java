package org.puente.reception.certificates;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The keys with which certificates of this node are verified, also without network. */
@Tag(name = "Certificates")
@Path("/v1/certificate-keys")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
class KeyResource {
    private final Statements statements;

    KeyResource(Statements statements) {
        this.statements = statements;
    }

    /** A JWK Set (RFC 7517) with the public keys, newest first. */
    @Schema(requiredProperties = {"keys"})
    record KeySet(List<Map<String, Object>> keys) {}

    @GET
    @Operation(
            operationId = "listCertificateKeys",
            summary = "The node's public keys for certificates, a JWK Set (RFC 7517)",
            description = "Public. Each certificate's QR code holds a JWS (RFC 7515, ES256) whose `kid` names one of"
                    + " these keys. Keep the set: with it certificates are verified without network.")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = KeySet.class)))
    public Response keys() {
        return Response.ok(new KeySet(statements.published())).build();
    }
}
