package org.puente.followup.cases;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.puente.platform.persistence.UnitOfWork;
import org.puente.platform.problems.ProblemException;
import org.puente.platform.waiting.Early;
import org.puente.platform.waiting.RequestWaits;
import org.puente.platform.web.Access;
import org.puente.platform.web.Caller;

/**
 * The plan of a case, for the institution that registered it and the institutions that follow it
 * up.
 */
@Tag(name = "Follow-ups")
@Path("/v1/cases")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("case-manager")
class CaseResource {
    private final UnitOfWork work;
    private final CaseFiles files;
    private final Access access;
    private final RequestWaits waits;

    CaseResource(UnitOfWork work, CaseFiles files, Access access, RequestWaits waits) {
        this.work = work;
        this.files = files;
        this.access = access;
        this.waits = waits;
    }

    /** The plan of a case and its results. */
    @GET
    @Path("/{caseId}/followups")
    @Operation(operationId = "readPlan", summary = "Reads the plan of a case, and what came of it")
    public Uni<Plan> plan(UUID caseId, @HeaderParam("Prefer") List<String> prefer) {
        Caller caller = access.caller();
        return waits.of(caller, prefer).until(caseId, Early.unknownCase(caseId), () -> plan(caller, caseId));
    }

    private Uni<Plan> plan(Caller caller, UUID caseId) {
        return work.read(session -> files.find(session, caseId))
                .map(file -> Optional.ofNullable(file)
                        .flatMap(known -> known.plan(caller.institution()))
                        .orElseThrow(ProblemException::notFound));
    }
}
