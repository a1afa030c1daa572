package org.puente.referral.matching;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.puente.contracts.CaseId;
import org.puente.platform.persistence.UnitOfWork;
import org.puente.platform.waiting.Early;
import org.puente.platform.waiting.RequestWaits;
import org.puente.platform.web.Access;
import org.puente.platform.web.Caller;
import org.puente.platform.web.Texts;
import org.puente.referral.cases.CaseAccess;

/** The offers of the region for a case, those that suit it first, each with its reasons. */
@Tag(name = "Cases")
@Path("/v1/cases/{caseId}/matches")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("case-manager")
class MatchResource {
    private final UnitOfWork work;
    private final Access access;
    private final CaseAccess cases;
    private final CaseMatches matches;
    private final RequestWaits waits;

    MatchResource(UnitOfWork work, Access access, CaseAccess cases, CaseMatches matches, RequestWaits waits) {
        this.work = work;
        this.access = access;
        this.cases = cases;
        this.matches = matches;
        this.waits = waits;
    }

    @Schema(
            name = "Matches",
            requiredProperties = {"caseId", "offers"})
    record Offers(CaseId caseId, List<MatchView> offers) {}

    @GET
    @Operation(
            operationId = "listMatches",
            summary = "Lists the offers of the region for a case, those that suit it first, each with its reasons")
    public Uni<Offers> matches(
            UUID caseId,
            @HeaderParam("Accept-Language") String acceptLanguage,
            @HeaderParam("Prefer") List<String> prefer) {
        Caller caller = access.caller();
        Locale locale = Texts.preferred(acceptLanguage);
        CaseId id = new CaseId(caseId);
        return waits.of(caller, prefer)
                .until(id, Early.unknownCase(caseId), () -> matches(caller, id))
                .map(all ->
                        all.stream().map(match -> MatchView.of(match, locale)).toList())
                .map(offers -> new Offers(id, offers));
    }

    private Uni<List<Match>> matches(Caller caller, CaseId id) {
        return work.read(session -> cases.find(session, caller, id).chain(file -> matches.of(session, caller, file)));
    }
}
