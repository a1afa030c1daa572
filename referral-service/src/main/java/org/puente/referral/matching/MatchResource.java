package org.puente.referral.matching;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.CaseId;
import org.puente.contracts.Dimension;
import org.puente.contracts.DirectoryFact.OfferPublished;
import org.puente.contracts.InstitutionId;
import org.puente.contracts.Level;
import org.puente.contracts.LocalizedText;
import org.puente.contracts.NodeId;
import org.puente.contracts.OfferId;
import org.puente.platform.UnitOfWork;
import org.puente.platform.web.Access;
import org.puente.platform.web.Caller;
import org.puente.platform.web.Texts;
import org.puente.referral.cases.CaseFile;
import org.puente.referral.directory.Directory;
import org.puente.referral.directory.Offer;
import org.puente.referral.referrals.CaseAccess;

/** The offers of the region for a case, those that suit it first, each with its reasons. */
@Path("/v1/cases/{caseId}/matches")
@RolesAllowed("case-manager")
class MatchResource {
    private final UnitOfWork work;
    private final Access access;
    private final CaseAccess cases;
    private final Directory directory;
    private final Clock clock;

    MatchResource(
            UnitOfWork work, Access access, CaseAccess cases, Directory directory, Clock clock) {
        this.work = work;
        this.access = access;
        this.cases = cases;
        this.directory = directory;
        this.clock = clock;
    }

    record Matches(CaseId caseId, List<View> offers) {}

    record View(
            OfferId offerId,
            NodeId node,
            InstitutionId institution,
            LocalizedText name,
            Level level,
            Dimension dimension,
            String category,
            boolean eligible,
            List<Why> reasons) {
        static View of(Match match, Locale locale) {
            var offer = match.offer();
            return new View(
                    offer.offerId(),
                    offer.node(),
                    offer.institution(),
                    offer.name(),
                    offer.level(),
                    offer.dimension(),
                    offer.category(),
                    match.eligible(),
                    match.reasons().stream().map(reason -> Why.of(reason, locale)).toList());
        }
    }

    record Why(String code, String text) {
        static Why of(Reason reason, Locale locale) {
            return new Why(
                    reason.code(),
                    Texts.of(locale, "reason-" + reason.code(), reason.args().toArray()));
        }
    }

    @GET
    public Uni<Matches> matches(
            UUID caseId, @HeaderParam("Accept-Language") String acceptLanguage) {
        Caller caller = access.caller();
        Locale locale = Texts.preferred(acceptLanguage);
        return work.read(
                session ->
                        cases.find(session, caller, new CaseId(caseId))
                                .chain(file -> matches(session, file, locale)));
    }

    private Uni<Matches> matches(Mutiny.Session session, CaseFile file, Locale locale) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        Matching matching = new Matching(file.state(), today);
        return directory
                .activeOffers(session)
                .chain(
                        offers ->
                                directory
                                        .freePlaces(session)
                                        .map(places -> matching.rank(states(offers), places)))
                .map(ranked -> ranked.stream().map(match -> View.of(match, locale)).toList())
                .map(views -> new Matches(file.id(), views));
    }

    private static List<OfferPublished> states(List<Offer> offers) {
        return offers.stream().map(Offer::state).toList();
    }
}
