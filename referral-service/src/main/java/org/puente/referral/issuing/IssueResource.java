package org.puente.referral.issuing;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.CaseId;
import org.puente.contracts.Party;
import org.puente.contracts.Side;
import org.puente.platform.persistence.UnitOfWork;
import org.puente.platform.waiting.Early;
import org.puente.platform.waiting.RequestWaits;
import org.puente.platform.web.Access;
import org.puente.platform.web.Caller;
import org.puente.platform.web.Idempotency;
import org.puente.platform.web.StoredResponse;
import org.puente.referral.cases.CaseAccess;
import org.puente.referral.cases.CaseFile;
import org.puente.referral.matching.CaseMatches;
import org.puente.referral.referrals.Referral;
import org.puente.referral.referrals.ReferralView;

/** Refers a person to an offer, or on to the offer that a redirect points to. */
@Tag(name = "Referrals")
@Path("/v1/referrals")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("case-manager")
class IssueResource {
    private final Idempotency idempotency;
    private final Access access;
    private final CaseAccess cases;
    private final CaseMatches matches;
    private final ReferralIssuing issuing;
    private final Redirects redirects;
    private final RequestWaits waits;
    private final UnitOfWork work;
    private final Clock clock;

    IssueResource(
            Idempotency idempotency,
            Access access,
            CaseAccess cases,
            CaseMatches matches,
            ReferralIssuing issuing,
            Redirects redirects,
            RequestWaits waits,
            UnitOfWork work,
            Clock clock) {
        this.idempotency = idempotency;
        this.access = access;
        this.cases = cases;
        this.matches = matches;
        this.issuing = issuing;
        this.redirects = redirects;
        this.waits = waits;
        this.work = work;
        this.clock = clock;
    }

    @POST
    @Operation(
            operationId = "issueReferral",
            summary = "Refers a person to an offer",
            description =
                    "Who was referred the case passes on at most what it was sent; the institution that received the person decides of the rest. With `partOf` a redirect is followed that waits for its yes.")
    @APIResponse(
            responseCode = "201",
            description = "Issued",
            headers = @Header(name = "ETag", ref = "ETag"),
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ReferralView.class)))
    @APIResponse(
            responseCode = "409",
            description =
                    "The case's dossier is not there yet, the person is referred there already, the redirect was followed already, the recipient has no key, or the content is no longer the one of the preview")
    @APIResponse(
            responseCode = "422",
            description =
                    "The referral is not possible; `errors` says what is missing. Or the `Idempotency-Key` was sent with another body")
    public Uni<Response> issue(
            @NotNull @Valid IssueRequest body,
            @HeaderParam("Idempotency-Key") String key,
            @HeaderParam("Prefer") List<String> prefer) {
        Caller caller = access.caller();
        EarlyIssue early = EarlyIssue.of(body.caseId());
        return waits.of(caller, prefer)
                .until(body.caseId(), early, () -> once(caller, key, body, early))
                .map(StoredResponse::response);
    }

    private Uni<StoredResponse> once(Caller caller, String key, IssueRequest body, EarlyIssue early) {
        return caseHasCome(body.caseId(), early)
                .chain(() -> idempotency.once(
                        caller,
                        key,
                        "POST /v1/referrals",
                        body,
                        session -> issue(session, caller, body).map(this::created)));
    }

    /**
     * A case that was registered just now is most often still on its way: no transaction is begun for it. What woke a
     * request that waited has most often brought the case.
     */
    private Uni<Void> caseHasCome(CaseId id, EarlyIssue early) {
        return Early.isNew(id.value()) && !early.wasEarly()
                ? work.read(session -> cases.mustHaveCome(session, id))
                : Uni.createFrom().voidItem();
    }

    private Uni<Referral> issue(Mutiny.Session session, Caller caller, IssueRequest body) {
        return issueOrRefuse(session, caller, body)
                .onFailure(IssueRefused.class)
                .transform(refused -> IssueProblems.of((IssueRefused) refused));
    }

    private Uni<Referral> issueOrRefuse(Mutiny.Session session, Caller caller, IssueRequest body) {
        return redirects
                .hold(session, caller, body)
                .chain(redirected -> cases.hold(session, caller, body.caseId())
                        .chain(file -> issue(session, caller, body, file))
                        .invoke(() -> {
                            if (redirected != null) {
                                redirected.await(null, clock.instant());
                            }
                        }));
    }

    private Uni<Referral> issue(Mutiny.Session session, Caller caller, IssueRequest body, CaseFile file) {
        return issuing.issue(
                session,
                new IssueCommand(
                                file,
                                body.offerId(),
                                body.need(),
                                body.effectivePriority(),
                                body.consentId(),
                                party(caller),
                                body.partOf(),
                                matches.seesRestricted(caller))
                        .asShown(body.previewed()));
    }

    private StoredResponse created(Referral referral) {
        return StoredResponse.created(
                        "/v1/referrals/" + referral.localId(), ReferralView.of(referral, Side.ISSUER, clock.instant()))
                .version(referral.version());
    }

    private static Party party(Caller caller) {
        return new Party(caller.node(), caller.institution());
    }
}
