package org.puente.referral.cases;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.puente.contracts.CaseId;
import org.puente.contracts.ReferralId;
import org.puente.contracts.Side;
import org.puente.platform.persistence.UnitOfWork;
import org.puente.platform.waiting.Early;
import org.puente.platform.waiting.RequestWaits;
import org.puente.platform.web.Access;
import org.puente.platform.web.Caller;
import org.puente.referral.referrals.Participants;
import org.puente.referral.referrals.Referral;
import org.puente.referral.referrals.ReferralView;
import org.puente.referral.referrals.Referrals;

/**
 * The referrals of a case that the caller's institution issued, redirects below the referral that
 * they follow. The case owner is also shown those that other institutions of its node issued.
 */
@Tag(name = "Cases", description = "What concerns one case")
@Path("/v1/cases/{caseId}/referrals")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("case-manager")
class CaseReferralsResource {
    private final UnitOfWork work;
    private final Access access;
    private final CaseAccess cases;
    private final Referrals referrals;
    private final RequestWaits waits;
    private final Clock clock;

    CaseReferralsResource(
            UnitOfWork work, Access access, CaseAccess cases, Referrals referrals, RequestWaits waits, Clock clock) {
        this.work = work;
        this.access = access;
        this.cases = cases;
        this.referrals = referrals;
        this.waits = waits;
        this.clock = clock;
    }

    @Schema(requiredProperties = {"caseId", "referrals"})
    record Forest(CaseId caseId, List<Tree> referrals) {}

    /**
     * @param next the referrals that are part of this one
     */
    @Schema(requiredProperties = {"referral", "next"})
    record Tree(ReferralView referral, List<Tree> next) {}

    @GET
    @Operation(
            operationId = "listReferralsOfCase",
            summary = "Lists all that the caller's institution referred a case to, redirects below what they follow")
    public Uni<Forest> referrals(UUID caseId, @HeaderParam("Prefer") List<String> prefer) {
        Caller caller = access.caller();
        CaseId id = new CaseId(caseId);
        return waits.of(caller, prefer)
                .until(id, Early.unknownCase(caseId), () -> referrals(caller, id))
                .map(all -> new Forest(id, forest(all, caller, clock.instant())));
    }

    private Uni<List<Referral>> referrals(Caller caller, CaseId id) {
        return work.read(session -> cases.find(session, caller, id)
                .chain(file -> caller.is(file.institution())
                        ? referrals.ofCase(session, id)
                        : referrals.ofCase(session, id, caller.institution())));
    }

    /** Needs the referrals oldest first, so that each comes after the referral that it is part of. */
    private static List<Tree> forest(List<Referral> all, Caller caller, Instant now) {
        List<Tree> roots = new ArrayList<>();
        Map<ReferralId, Tree> known = new HashMap<>();
        for (Referral referral : all) {
            Side side = Participants.of(referral).is(Side.ISSUER, caller) ? Side.ISSUER : null;
            Tree tree = new Tree(ReferralView.of(referral, side, now), new ArrayList<>());
            ReferralId partOf = tree.referral.partOf();
            Tree above = partOf == null ? null : known.get(partOf);
            (above == null ? roots : above.next).add(tree);
            known.put(referral.id(), tree);
        }
        return roots;
    }
}
