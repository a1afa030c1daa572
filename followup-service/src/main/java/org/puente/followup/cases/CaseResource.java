package org.puente.followup.cases;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.puente.contracts.ClosureReason;
import org.puente.contracts.InstitutionId;
import org.puente.platform.persistence.UnitOfWork;
import org.puente.platform.problems.ProblemException;
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

    CaseResource(UnitOfWork work, CaseFiles files, Access access) {
        this.work = work;
        this.files = files;
        this.access = access;
    }

    /**
     * The follow-ups of a case, by due time.
     *
     * @param responsible the institution that does the follow-ups to come; null before the first
     *     plan
     * @param closedBecause null while the case is open, and if it ended with nothing left to do
     */
    @Schema(requiredProperties = {"caseId", "status", "items"})
    record Plan(
            UUID caseId, CaseStatus status, String responsible, ClosureReason closedBecause, List<FollowUpView> items) {
        static Plan of(CaseFile file, InstitutionId reader) {
            return new Plan(
                    file.id,
                    file.status,
                    file.responsible,
                    file.closedBecause,
                    file.followUps.stream()
                            .filter(followUp -> isFor(followUp, file, reader))
                            .map(FollowUpView::of)
                            .toList());
        }
    }

    /** The plan of a case and its results. */
    @GET
    @Path("/{caseId}/followups")
    @Operation(operationId = "readPlan", summary = "Reads the plan of a case, and what came of it")
    public Uni<Plan> plan(UUID caseId) {
        Caller caller = access.caller();
        return work.read(session -> files.find(session, caseId)).map(file -> {
            if (file == null || !concerns(file, caller)) {
                throw ProblemException.notFound();
            }
            return Plan.of(file, caller.institution());
        });
    }

    /**
     * An institution that had a follow-up sees the result of that follow-up, but no later ones of
     * others.
     */
    private static boolean isFor(FollowUp followUp, CaseFile file, InstitutionId reader) {
        String institution = String.valueOf(reader);
        return institution.equals(file.registeredBy)
                || institution.equals(file.responsible)
                || institution.equals(followUp.institution);
    }

    private static boolean concerns(CaseFile file, Caller caller) {
        String institution = String.valueOf(caller.institution());
        return institution.equals(file.registeredBy)
                || institution.equals(file.responsible)
                || file.followUps.stream().anyMatch(f -> f.institution.equals(institution));
    }
}
