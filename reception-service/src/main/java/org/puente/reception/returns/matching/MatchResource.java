package org.puente.reception.returns.matching;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.platform.audit.Audit;
import org.puente.platform.persistence.UnitOfWork;
import org.puente.platform.web.Access;
import org.puente.platform.web.Caller;
import org.puente.platform.web.Texts;
import org.puente.reception.returns.Checks;
import org.puente.reception.returns.Returns;

/** People who may be the same as the person of a return. The node proposes; the desk decides. */
@Tag(name = "Returns")
@Path("/v1/returns/{caseId}/matches")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("intake")
class MatchResource {
    private final Access access;
    private final UnitOfWork work;
    private final Returns returns;
    private final MatchDeciding deciding;
    private final Checks checks;
    private final Audit audit;

    MatchResource(Access access, UnitOfWork work, Returns returns, MatchDeciding deciding, Checks checks, Audit audit) {
        this.access = access;
        this.work = work;
        this.returns = returns;
        this.deciding = deciding;
        this.checks = checks;
        this.audit = audit;
    }

    @Schema(requiredProperties = {"matches"})
    record MatchList(List<MatchView> matches) {}

    /**
     * @param decision undecided takes an earlier decision back
     */
    @Schema(requiredProperties = {"decision"})
    record DecisionRequest(@NotNull Decision decision) {}

    @GET
    @Operation(
            operationId = "listMatches",
            summary = "Lists who may be the same person, with the reasons and what was decided",
            description = "Of a registration by another institution it shows that there is one, and no more. Where"
                    + " another institution says that they are the same, it is shown too, however little they are"
                    + " alike: the decision is asked for.")
    public Uni<MatchList> list(UUID caseId, @HeaderParam("Accept-Language") String language) {
        Caller caller = access.caller();
        Locale locale = Texts.preferred(language);
        return work.run(session -> returns.of(session, caseId, caller.institution())
                .chain(returnCase -> deciding.matches(session, returnCase))
                .call(matches -> audited(session, caller, "matches.read", caseId, List.of("matches"), "own-case"))
                .map(matches -> new MatchList(matches.stream()
                        .map(match -> MatchView.of(match, locale))
                        .toList())));
    }

    @PUT
    @Path("{matchId}")
    @Operation(
            operationId = "decideMatch",
            summary = "Says that two are the same person, that they are not, or takes that back",
            description = "They count as one person when every institution that has received one of them has said"
                    + " so: at once, where that is the own institution alone. Each of them may take it back.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = MatchView.class)))
    @APIResponse(
            responseCode = "422",
            description = "The institution has said `same` of a hundred pairs of registrations that belong together:"
                    + " more would not count (`match-too-many-together`)")
    public Uni<MatchView> decide(
            UUID caseId, UUID matchId, DecisionRequest request, @HeaderParam("Accept-Language") String language) {
        Caller caller = access.caller();
        Locale locale = Texts.preferred(language);
        return DecisionTurn.await(() -> decide(caller, caseId, matchId, request))
                .map(match -> MatchView.of(match, locale));
    }

    private Uni<Match> decide(Caller caller, UUID caseId, UUID matchId, DecisionRequest request) {
        return work.run(session -> returns.of(session, caseId, caller.institution())
                .invoke(returnCase -> checks.form(request))
                .chain(returnCase -> deciding.decide(session, caseId, returnCase.owner(), matchId, request.decision()))
                .call(match -> audited(
                        session,
                        caller,
                        "match.decided",
                        caseId,
                        List.of(request.decision().code()),
                        "match " + matchId)));
    }

    private Uni<Void> audited(
            Mutiny.Session session, Caller caller, String action, UUID caseId, List<String> fields, String why) {
        return audit.add(session, caller, action, caseId.toString(), fields, why);
    }
}
