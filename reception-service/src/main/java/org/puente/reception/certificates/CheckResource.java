package org.puente.reception.certificates;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.puente.platform.limits.ClientAddress;
import org.puente.platform.problems.ProblemException;
import org.puente.platform.problems.ProblemKind;

/** Says whether a certificate is valid; for everybody who is shown one. */
@Tag(name = "Certificates")
@Path("/v1/certificates/{code}")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
class CheckResource {
    private final CertificateChecking checking;
    private final ClientAddress addresses;

    CheckResource(CertificateChecking checking, ClientAddress addresses) {
        this.checking = checking;
        this.addresses = addresses;
    }

    @GET
    @Operation(
            operationId = "checkCertificate",
            summary = "Says whether a certificate is valid, expired or revoked",
            description = "Public. Everything that is no certificate of this node gets one and the same answer,"
                    + " 404 `certificate-unknown`; after too many checks it is 429 with Retry-After.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = CheckedCertificate.class)))
    @APIResponse(responseCode = "404", description = "There is no such certificate, or its return was erased")
    public Uni<CheckedCertificate> check(String code, @Context HttpServerRequest request) {
        return checking.check(addresses.of(request), code).map(CheckResource::found);
    }

    private static CheckedCertificate found(CertificateChecking.Outcome outcome) {
        return switch (outcome) {
            case CertificateChecking.Outcome.Found found -> found.certificate();
            case CertificateChecking.Outcome.Unknown unknown ->
                throw ProblemException.of(ProblemKind.NOT_FOUND, "certificate-unknown");
            case CertificateChecking.Outcome.TooMany tooMany ->
                throw ProblemException.of(ProblemKind.TOO_MANY, "certificate-too-many")
                        .retryAfter(seconds(tooMany.after()));
        };
    }

    /** Whole seconds, at least one (RFC 9110, 10.2.3). */
    private static long seconds(Duration wait) {
        return wait.toSeconds() + 1;
    }
}
