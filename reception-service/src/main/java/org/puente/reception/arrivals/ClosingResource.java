package org.puente.reception.arrivals;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.puente.contracts.ArrivalId;
import org.puente.contracts.CaseId;
import org.puente.contracts.InstitutionId;
import org.puente.contracts.NodeId;
import org.puente.platform.audit.Audit;
import org.puente.platform.web.Access;
import org.puente.platform.web.Caller;
import org.puente.platform.web.Idempotency;
import org.puente.platform.web.StoredResponse;
import org.puente.reception.returns.Checks;

/** Accounts for everybody of an announced arrival. */
@Tag(name = "Arrivals")
@Path("/v1/arrivals/{arrivalId}/closing")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("intake")
class ClosingResource {
    private final Access access;
    private final Checks checks;
    private final Idempotency idempotency;
    private final ExpectedArrivals arrivals;
    private final ArrivalClosing closing;
    private final Audit audit;

    ClosingResource(
            Access access,
            Checks checks,
            Idempotency idempotency,
            ExpectedArrivals arrivals,
            ArrivalClosing closing,
            Audit audit) {
        this.access = access;
        this.checks = checks;
        this.idempotency = idempotency;
        this.arrivals = arrivals;
        this.closing = closing;
        this.audit = audit;
    }

    /**
     * @param returnedOn the day under which its people are registered; null for that of the landing, or else the day
     *     on which it was expected; at most two days from one of these, or the day of somebody's return from the
     *     manifest
     * @param withoutParts true to close though parts of the manifest are on their way; null for no
     */
    @Schema(name = "ArrivalClosingRequest")
    record Request(LocalDate returnedOn, Boolean withoutParts) {
        boolean mayLackParts() {
            return Boolean.TRUE.equals(withoutParts);
        }
    }

    /**
     * Who came.
     *
     * @param caseId null once the return is erased
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(
            name = "ArrivedPerson",
            requiredProperties = {"entry"})
    record Came(int entry, CaseId caseId) {}

    /**
     * How everybody is accounted for.
     *
     * @param listed people on the manifest, also of parts that never came
     * @param came who of the manifest is registered
     * @param absent entries of those who did not come; what was known of them is erased
     * @param unlisted registered with this flight or bus, and not from its manifest
     */
    @Schema(
            name = "ArrivalAccount",
            requiredProperties = {"closedAt", "version", "returnedOn", "listed", "came", "absent", "unlisted"})
    record View(
            Instant closedAt,
            int version,
            LocalDate returnedOn,
            int listed,
            List<Came> came,
            List<Integer> absent,
            List<CaseId> unlisted) {
        static View of(ArrivalClosing.Account account) {
            ExpectedArrival.Closing closing = account.closing();
            return new View(
                    closing.closedAt(),
                    closing.version(),
                    closing.returnedOn(),
                    closing.listed(),
                    account.entries().stream()
                            .filter(ManifestEntries.Entry::came)
                            .map(entry -> new Came(entry.entry(), entry.caseId()))
                            .toList(),
                    account.entries().stream()
                            .filter(entry -> !entry.came())
                            .map(ManifestEntries.Entry::entry)
                            .toList(),
                    account.unlisted());
        }
    }

    @POST
    @Operation(
            operationId = "closeArrival",
            summary = "Accounts for everybody: who came, who did not, who was not on the manifest",
            description = "What the manifest says of those who did not come is erased at once, for good. Who comes"
                    + " later is registered with all their data; close again, and everybody is counted anew. While"
                    + " parts of the manifest are on their way it is refused, unless you say `withoutParts`.")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = View.class)))
    @APIResponse(responseCode = "409", description = "It is cancelled, has not arrived yet, or parts are missing")
    @APIResponse(responseCode = "422", description = "The `Idempotency-Key` was sent with another body")
    public Uni<Response> close(
            UUID arrivalId,
            Request request,
            @Parameter(description = ArrivalQuery.ANNOUNCED_BY) @QueryParam("announcedBy") String announcedBy,
            @HeaderParam("Idempotency-Key") String key) {
        Caller caller = access.caller();
        InstitutionId own = caller.mustHaveInstitution();
        NodeId from = ArrivalQuery.announcedBy(announcedBy);
        return idempotency
                .once(
                        caller,
                        key,
                        "POST /v1/arrivals/" + arrivalId + "/closing",
                        request,
                        session -> arrivals.toChange(session, new ArrivalId(arrivalId), from, own)
                                .invoke(arrival -> checks.form(request))
                                .chain(arrival ->
                                        closing.close(session, arrival, request.returnedOn(), request.mayLackParts()))
                                .call(account -> audit.add(
                                        session,
                                        caller,
                                        "arrival.closed",
                                        arrivalId.toString(),
                                        ManifestEntryView.PERSONAL,
                                        "own-arrival"))
                                .map(account -> StoredResponse.ok(View.of(account))))
                .map(StoredResponse::response);
    }
}
