package org.puente.reception.returns.listing;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.puente.contracts.InstitutionId;
import org.puente.platform.persistence.UnitOfWork;
import org.puente.platform.web.Access;
import org.puente.platform.web.Limit;
import org.puente.platform.web.Paging;
import org.puente.platform.web.Query;

/** An institution's returns, in the order of their changes. */
@Tag(name = "Returns", description = "People who came back, and their consents")
@Path("/v1/returns")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("intake")
class ReturnList {
    private final Access access;
    private final UnitOfWork work;
    private final Summaries summaries;

    ReturnList(Access access, UnitOfWork work, Summaries summaries) {
        this.access = access;
        this.work = work;
        this.summaries = summaries;
    }

    @GET
    @Operation(
            operationId = "listReturns",
            summary = "Lists returns without anything that says whose they are",
            description = "To catch up, ask with the modifiedAt last seen, less a minute: a change that"
                    + " took long to commit may carry an earlier time. What changes a return because another one was"
                    + " erased raises its version and leaves its modifiedAt: the facts tell of it.")
    public Uni<RestResponse<Paging.Page<Summaries.Summary>>> list(
            @Parameter(description = "Day of the return") @QueryParam("returnedOn") String returnedOn,
            @Parameter(description = "Only what changed after this time (RFC 3339)") @QueryParam("modifiedAfter")
                    String modifiedAfter,
            @Parameter(description = "Only those with a match that waits for the own institution's decision")
                    @QueryParam("undecided")
                    boolean undecided,
            @QueryParam("limit") @DefaultValue(Limit.DEFAULT) Limit limit,
            @QueryParam("cursor") String cursor,
            @Context UriInfo uri) {
        InstitutionId own = access.caller().mustHaveInstitution();
        Paging paging = Paging.of(limit, cursor, uri);
        LocalDate day = Query.day("returnedOn", returnedOn);
        Instant modified = Query.instant("modifiedAfter", modifiedAfter);
        Instant after = modified == null ? Instant.EPOCH : modified;
        return work.read(session -> summaries.of(session, own, day, undecided, after, paging))
                .map(rows -> paging.page(
                        uri,
                        rows,
                        Function.identity(),
                        Summaries.Summary::modifiedAt,
                        row -> row.caseId().value()));
    }
}
