package org.puente.referral.issuing;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.CaseId;
import org.puente.contracts.ConsentId;
import org.puente.contracts.OfferId;
import org.puente.contracts.Party;
import org.puente.contracts.ReferralId;
import org.puente.platform.audit.Audit;
import org.puente.platform.persistence.UnitOfWork;
import org.puente.platform.waiting.RequestWaits;
import org.puente.platform.web.Access;
import org.puente.platform.web.Caller;
import org.puente.platform.web.Query;
import org.puente.platform.web.Texts;
import org.puente.referral.cases.CaseAccess;
import org.puente.referral.cases.CaseFile;
import org.puente.referral.directory.Offer;
import org.puente.referral.directory.RecipientNames;
import org.puente.referral.matching.CaseMatches;

/** Shows what a referral would send of a person, so that they can see it before it is sealed. */
@Tag(name = "Cases")
@Path("/v1/cases/{caseId}/preview")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("case-manager")
class PreviewResource {
    private final UnitOfWork work;
    private final Access access;
    private final CaseAccess cases;
    private final CaseMatches matches;
    private final Redirects redirects;
    private final ReferralIssuing issuing;
    private final ReferralPreparation preparation;
    private final RecipientNames names;
    private final Audit audit;
    private final RequestWaits waits;

    PreviewResource(
            UnitOfWork work,
            Access access,
            CaseAccess cases,
            CaseMatches matches,
            Redirects redirects,
            ReferralIssuing issuing,
            ReferralPreparation preparation,
            RecipientNames names,
            Audit audit,
            RequestWaits waits) {
        this.work = work;
        this.access = access;
        this.cases = cases;
        this.matches = matches;
        this.redirects = redirects;
        this.issuing = issuing;
        this.preparation = preparation;
        this.names = names;
        this.audit = audit;
        this.waits = waits;
    }

    @GET
    @Operation(
            operationId = "previewReferral",
            summary = "Shows what a referral to an offer would send of the person; every reading is audited",
            description = "Names and values are those that would be sealed; where a value has codes, `text` says it"
                    + " in words, in the language of the request. Who is not the institution that received"
                    + " the person sees at most what it was sent itself, and the first problem alone.")
    @APIResponse(responseCode = "200", description = "What would be sent, and why the rest would not")
    @APIResponse(responseCode = "409", description = "The dossier is not there yet, or cannot be opened")
    @APIResponse(
            responseCode = "422",
            description = "There is no such offer, the dossier was erased, or the redirect is not the caller's")
    public Uni<Preview> preview(
            UUID caseId,
            @Parameter(description = "Offer whose recipient would be sent the fields", required = true)
                    @QueryParam("offerId")
                    String offerId,
            @Parameter(description = "Absent for the newest consent of the case that covers the recipient")
                    @QueryParam("consentId")
                    UUID consentId,
            @Parameter(description = "The referral whose redirect to this offer would be followed")
                    @QueryParam("partOf")
                    UUID partOf,
            @HeaderParam("Accept-Language") String acceptLanguage,
            @HeaderParam("Prefer") List<String> prefer) {
        Caller caller = access.caller();
        Locale locale = Texts.preferred(acceptLanguage);
        CaseId id = new CaseId(caseId);
        ConsentId consent = consentId == null ? null : new ConsentId(consentId);
        ReferralId redirected = partOf == null ? null : new ReferralId(partOf);
        return waits.of(caller, prefer)
                .until(
                        id,
                        EarlyIssue.of(id),
                        () -> work.run(session -> cases.find(session, caller, id)
                                .chain(file -> preview(
                                        session,
                                        caller,
                                        file,
                                        new IssueRequest(id, offer(offerId), null, null, consent, redirected, null),
                                        locale))));
    }

    /** Read only once the caller may see the case: a stranger learns nothing, not even what is asked for. */
    private static OfferId offer(String text) {
        try {
            return new OfferId(text);
        } catch (IllegalArgumentException e) {
            throw Query.refused("offerId", "offer-id-needed");
        }
    }

    private Uni<Preview> preview(
            Mutiny.Session session, Caller caller, CaseFile file, IssueRequest request, Locale locale) {
        return redirects
                .hold(session, caller, request)
                .chain(() -> command(session, caller, file, request))
                .chain(command -> preview(session, command, locale))
                .onFailure(IssueRefused.class)
                .transform(refused -> IssueProblems.of((IssueRefused) refused))
                .call(preview -> audit.add(
                        session,
                        caller,
                        "referral.previewed",
                        request.caseId().toString(),
                        preview.shown(),
                        request.offerId().value()));
    }

    private Uni<IssueCommand> command(Mutiny.Session session, Caller caller, CaseFile file, IssueRequest request) {
        Uni<ConsentId> consent = request.consentId() == null
                ? issuing.consentFor(session, file.id(), request.offerId())
                : Uni.createFrom().item(request.consentId());
        return consent.map(id -> new IssueCommand(
                file,
                request.offerId(),
                null,
                null,
                id,
                new Party(caller.node(), caller.institution()),
                request.partOf(),
                matches.seesRestricted(caller)));
    }

    /**
     * The owner is told of all that stands against it. Another institution is told what issuing would tell it, the
     * first: else it would learn of what was referred by others, or whether the dossier still stands.
     */
    private Uni<Preview> preview(Mutiny.Session session, IssueCommand command, Locale locale) {
        List<IssueDecision> refused = new ArrayList<>();
        return preparation
                .prepare(session, command, decision -> {
                    if (!(decision instanceof IssueDecision.Permitted) && (command.isByOwner() || refused.isEmpty())) {
                        refused.add(decision);
                    }
                })
                .onFailure(later -> later instanceof IssueRefused && !command.isByOwner() && !refused.isEmpty())
                .transform(later -> new IssueRefused(refused.getFirst()))
                .chain(prepared -> names.of(session, Offer.recipient(prepared.offer()))
                        .map(known -> Preview.of(command, prepared, refused, known, locale)));
    }
}
