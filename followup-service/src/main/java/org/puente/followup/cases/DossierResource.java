package org.puente.followup.cases;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.followup.dossiers.OpenedDossier;
import org.puente.followup.dossiers.VisitDossiers;
import org.puente.platform.audit.Audit;
import org.puente.platform.audit.ReadingGround;
import org.puente.platform.persistence.UnitOfWork;
import org.puente.platform.problems.ProblemException;
import org.puente.platform.problems.ProblemKind;
import org.puente.platform.waiting.Early;
import org.puente.platform.waiting.RequestWaits;
import org.puente.platform.web.Access;
import org.puente.platform.web.Caller;

/** The person to visit, for the institution that has the follow-up; every reading is audited. */
@Tag(name = "Follow-ups", description = "Who is to be visited when, and what came of it")
@Path("/v1/followups/{id}/dossier")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("case-manager")
class DossierResource {
    private static final String ACTION = "dossier.read";

    private final UnitOfWork work;
    private final Settling settling;
    private final VisitDossiers dossiers;
    private final Access access;
    private final Audit audit;
    private final RequestWaits waits;

    DossierResource(
            UnitOfWork work,
            Settling settling,
            VisitDossiers dossiers,
            Access access,
            Audit audit,
            RequestWaits waits) {
        this.work = work;
        this.settling = settling;
        this.dossiers = dossiers;
        this.access = access;
        this.audit = audit;
        this.waits = waits;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "readDossierOfFollowUp",
            summary = "Reads whom to visit",
            description = "For the institution whose follow-up this is, while it is open and the"
                    + " consent to be followed up stands. It holds what a visit needs and"
                    + " no more. Every reading is recorded.")
    @APIResponse(
            responseCode = "200",
            description = "The person",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PersonToVisit.class)))
    @APIResponse(
            responseCode = "409",
            description = "The dossier has not come yet, or can't be opened with this node's keys")
    @APIResponse(responseCode = "410", description = "The follow-up is over, or the consent has ended")
    public Uni<Response> read(
            UUID id,
            @Parameter(
                            description = "The ground of the reading, as a word for the audit; the kind"
                                    + " of the follow-up if absent")
                    @QueryParam("why")
                    String why,
            @HeaderParam("Prefer") List<String> prefer) {
        Caller caller = access.caller();
        String word = why == null ? null : ReadingGround.word(why);
        return waits.of(caller, prefer)
                .until(
                        id,
                        Early.code("dossier-not-there-yet"),
                        () -> work.run(session -> read(session, caller, id, word)))
                .map(person ->
                        Response.ok(person).header("Cache-Control", "no-store").build());
    }

    private Uni<ObjectNode> read(Mutiny.Session session, Caller caller, UUID id, String why) {
        return settling.caseOf(session, id)
                .chain(file -> read(session, caller, file, file.followUp(id).orElseThrow(), why));
    }

    private Uni<ObjectNode> read(Mutiny.Session session, Caller caller, CaseFile file, FollowUp followUp, String why) {
        caller.mustBe(followUp.institution());
        return settling.mayVisit(session, file, followUp)
                .invoke(may -> {
                    if (!may) {
                        throw ProblemException.of(
                                ProblemKind.GONE,
                                "dossier-erased",
                                followUp.status().code());
                    }
                })
                .chain(() -> dossiers.open(session, file.id))
                .map(DossierResource::person)
                .call(person -> audit.add(
                        session,
                        caller,
                        ACTION,
                        followUp.id().toString(),
                        names(person),
                        why == null ? followUp.kind().code() : why));
    }

    private static ObjectNode person(OpenedDossier dossier) {
        return switch (dossier) {
            case OpenedDossier.Opened opened -> opened.person();
            case OpenedDossier.NotReceived none -> throw ProblemException.conflict("dossier-not-there-yet");
            case OpenedDossier.Unreadable unreadable -> throw ProblemException.conflict("dossier-unreadable");
        };
    }

    private static List<String> names(ObjectNode person) {
        List<String> names = new ArrayList<>();
        person.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
