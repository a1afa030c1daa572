package org.puente.referral.issuing;

import static org.puente.referral.issuing.IssueDecision.permitted;
import static org.puente.referral.issuing.IssueDecision.refused;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.puente.contracts.CaseId;
import org.puente.contracts.ChildAlone;
import org.puente.contracts.DirectoryFact.OfferPublished;
import org.puente.contracts.DossierField;
import org.puente.contracts.InstitutionId;
import org.puente.contracts.NodeId;
import org.puente.contracts.OfferId;
import org.puente.contracts.Profile;
import org.puente.contracts.ReferralFact;
import org.puente.contracts.ReferralId;
import org.puente.contracts.ReferralStatus;
import org.puente.contracts.Side;
import org.puente.platform.web.Caller;
import org.puente.referral.cases.Consent;
import org.puente.referral.directory.Offer;
import org.puente.referral.dossiers.DangerPlaces;
import org.puente.referral.dossiers.Fields;
import org.puente.referral.issuing.IssueDecision.Conflict;
import org.puente.referral.issuing.IssueDecision.Field;
import org.puente.referral.issuing.IssueDecision.Followed;
import org.puente.referral.issuing.IssueDecision.Forbidden;
import org.puente.referral.issuing.IssueDecision.Refused;
import org.puente.referral.referrals.Participants;
import org.puente.referral.referrals.Referral;

/**
 * Whether a referral may be issued: one pure function for each rule. They stand in the order in
 * which they are applied; only those for redirects come before them all.
 */
final class IssuePolicy {
    private IssuePolicy() {}

    /**
     * An offer that the referring institution may not see must look as if it did not exist.
     *
     * @param offer null where the directory has none
     * @param seesRestricted whether the referring institution may see restricted offers
     */
    static IssueDecision visible(OfferPublished offer, boolean seesRestricted) {
        return offer == null || offer.restricted() && !seesRestricted
                ? refused(Field.OFFER, "unknown-offer")
                : permitted();
    }

    /**
     * @param isActive whether the offer can be referred to now
     */
    static IssueDecision active(boolean isActive) {
        return isActive ? permitted() : refused(Field.OFFER, "offer-not-active");
    }

    /**
     * A child alone goes to a protection authority first (docs/glossary.md, "child alone").
     *
     * @param isProtected whether an authority has taken on the child
     */
    static IssueDecision child(List<Profile> profiles, OfferPublished offer, boolean isProtected) {
        return ChildAlone.waitsForProtection(profiles, offer, isProtected)
                ? refused(Field.OFFER, "child-protection-first")
                : permitted();
    }

    /**
     * @param consent null where no such consent is known
     * @param today by the calendar of this node
     */
    static IssueDecision consent(Consent consent, CaseId caseId, NodeId node, OfferPublished offer, LocalDate today) {
        if (!isKnown(consent, caseId)) {
            return refused(Field.CONSENT, "unknown-consent");
        }
        return consent.permitsReferral(node, Offer.recipient(offer), today)
                ? permitted()
                : refused(Field.CONSENT, "consent-does-not-cover");
    }

    /** Whether there is such a consent of the case. */
    static boolean isKnown(Consent consent, CaseId caseId) {
        return consent != null && consent.isOf(caseId);
    }

    /**
     * Which data of a person may go onward (ADR 020).
     *
     * @param allowed the fields that the referring institution may send
     * @param approved the categories whose restricted offers may get the field {@code restricted}
     */
    static IssueDecision sharing(Fields allowed, OfferPublished offer, InstitutionId owner, Set<String> approved) {
        List<DossierField> missing = allowed.missing(DangerPlaces.asked(offer));
        if (!missing.isEmpty()) {
            return new Refused(Field.OFFER, "fields-wait-for-owner", List.of(codes(missing), owner.value()), missing);
        }
        boolean sensitive = offer.needsFields().contains(DossierField.RESTRICTED);
        return sensitive && !mayGetRestricted(offer, approved)
                ? refused(Field.OFFER, "restricted-not-approved", offer.category())
                : permitted();
    }

    /** Whether an offer may get the field {@code restricted}. */
    static boolean mayGetRestricted(OfferPublished offer, Set<String> approved) {
        return offer.restricted() && approved.contains(offer.category());
    }

    /**
     * Nobody is referred to where they are in danger by who knows the places. Who does not may send nothing, and is
     * refused before ({@link DangerPlaces#permit}). A protection authority decides itself where a child is safe
     * (ADR 045).
     *
     * @param allowed the fields that the referring institution may send
     */
    static IssueDecision danger(DangerPlaces danger, Fields allowed, OfferPublished offer) {
        return allowed.has(DossierField.RESTRICTED)
                        && !offer.category().equals(ChildAlone.CHILD_PROTECTION)
                        && danger.include(offer)
                ? refused(Field.OFFER, "near-danger")
                : permitted();
    }

    static IssueDecision repetition(boolean isReferredThere) {
        return isReferredThere ? new Conflict("already-referred") : permitted();
    }

    /**
     * @param isThere whether the case's dossier has come
     */
    static IssueDecision dossier(boolean isThere, boolean isErased) {
        if (!isThere) {
            return new Conflict("dossier-not-there-yet");
        }
        return isErased ? refused(Field.CASE, "dossier-erased") : permitted();
    }

    /**
     * Without a field that the offer needs there is no referral.
     *
     * @param missing the needed fields that the dossier does not hold
     */
    static IssueDecision contents(List<DossierField> missing) {
        return missing.isEmpty() ? permitted() : refused(Field.OFFER, "fields-missing", codes(missing));
    }

    /**
     * What was shown to the person is what goes, or nothing does.
     *
     * @param shown the id of the content that the preview showed; null where none was asked for
     */
    static IssueDecision previewed(UUID shown, UUID content) {
        return shown == null || shown.equals(content) ? permitted() : new Conflict("preview-outdated");
    }

    /**
     * A referral to a restricted offer shows its recipient: so no redirect takes a person to or
     * from such an offer across a border (docs/glossary.md, "restricted offer").
     *
     * @param first the offer that was redirected from; null where the directory no longer has it
     * @param next the offer that was redirected to; null where the directory does not have it
     */
    static IssueDecision redirect(OfferPublished first, OfferPublished next) {
        boolean acrossBorder = first != null && next != null && !first.node().equals(next.node());
        return acrossBorder && (first.restricted() || next.restricted())
                ? new Forbidden("restricted-across-border")
                : permitted();
    }

    /**
     * A redirect is followed by the issuer of the redirected referral, or by the case owner.
     *
     * @param redirected null where there is no such referral
     */
    static IssueDecision redirected(Referral redirected, Caller caller, CaseId caseId, OfferId next) {
        return redirected != null
                        && mayFollow(Participants.of(redirected), caller)
                        && redirected.caseId().equals(caseId)
                        && redirected.status() == ReferralStatus.REDIRECTED
                        && redirected.facts().stream().anyMatch(fact -> pointsTo(next, fact.fact()))
                ? permitted()
                : refused(Field.REDIRECTED, "no-such-redirect");
    }

    private static boolean mayFollow(Participants participants, Caller caller) {
        return participants.is(Side.ISSUER, caller) || participants.isOwner(caller);
    }

    private static boolean pointsTo(OfferId offer, ReferralFact fact) {
        return fact instanceof ReferralFact.Redirected redirected
                && redirected.offerId().equals(offer);
    }

    /**
     * @param next the referral that follows the redirect; null where none does yet
     */
    static IssueDecision followed(ReferralId next) {
        return next == null ? permitted() : new Followed(next);
    }

    private static String codes(Collection<DossierField> fields) {
        return fields.stream().map(DossierField::code).collect(Collectors.joining(", "));
    }
}
