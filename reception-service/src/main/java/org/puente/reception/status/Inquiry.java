package org.puente.reception.status;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.platform.persistence.UnitOfWork;
import org.puente.reception.directory.Recipients;
import org.puente.reception.directory.Services;
import org.puente.reception.rights.RequestSummaries;

/** Answers a question for a status, within the limits. */
@ApplicationScoped
class Inquiry {
    private static final int OLDEST = 1890;

    private final Limits limits;
    private final StatusCodes codes;
    private final UnitOfWork work;
    private final StatusLookup lookup;
    private final CaseFacts facts;
    private final Services services;
    private final Recipients recipients;
    private final RequestSummaries requests;
    private final CaseTickets tickets;
    private final Clock clock;
    private final MeterRegistry metrics;

    Inquiry(
            Limits limits,
            StatusCodes codes,
            UnitOfWork work,
            StatusLookup lookup,
            CaseFacts facts,
            Services services,
            Recipients recipients,
            RequestSummaries requests,
            CaseTickets tickets,
            Clock clock,
            MeterRegistry metrics) {
        this.limits = limits;
        this.codes = codes;
        this.work = work;
        this.lookup = lookup;
        this.facts = facts;
        this.services = services;
        this.recipients = recipients;
        this.requests = requests;
        this.tickets = tickets;
        this.clock = clock;
        this.metrics = metrics;
    }

    /** The result of an inquiry. */
    sealed interface Outcome {
        /**
         * @param ticket lets the page send a form about this case
         */
        record Found(PersonStatus status, String ticket) implements Outcome {}

        /** No case fits: the code, the year or both are wrong. */
        record Unknown() implements Outcome {}

        /** The typed text cannot be a code, or cannot be a year of birth. */
        record Mistyped(boolean code, boolean year) implements Outcome {}

        record TooMany(Duration after) implements Outcome {}
    }

    /**
     * @param address network address of the client
     * @param typed the code; null if none was given
     * @param birthYear null if none was given
     */
    Uni<Outcome> ask(String address, String typed, Integer birthYear, Locale language) {
        return answer(address, typed, birthYear, language).invoke(this::count);
    }

    private Uni<Outcome> answer(String address, String typed, Integer birthYear, Locale language) {
        Optional<Duration> wait = limits.enter(address);
        if (wait.isPresent()) {
            return done(new Outcome.TooMany(wait.get()));
        }
        Optional<StatusCode> code = StatusCode.read(typed);
        boolean year = isYear(birthYear);
        return code.isPresent() && year
                ? look(codes.mark(code.get()), birthYear, language)
                : done(new Outcome.Mistyped(code.isEmpty(), !year));
    }

    private boolean isYear(Integer birthYear) {
        return birthYear != null
                && birthYear >= OLDEST
                && birthYear <= LocalDate.now(clock.withZone(ZoneOffset.UTC)).getYear();
    }

    private Uni<Outcome> look(String mark, int birthYear, Locale language) {
        Optional<Duration> wait = limits.tries(mark);
        if (wait.isPresent()) {
            return done(new Outcome.TooMany(wait.get()));
        }
        return work.read(session -> lookup.find(session, mark, birthYear)
                        .chain(found -> found == null
                                ? done(new Outcome.Unknown())
                                : status(session, found, language)
                                        .map(status -> new Outcome.Found(status, tickets.give(mark)))))
                .invoke(outcome -> {
                    if (!(outcome instanceof Outcome.Unknown)) {
                        limits.giveBack(mark);
                    }
                })
                // A fault of ours must not lock anybody out.
                .onFailure()
                .invoke(() -> limits.giveBack(mark));
    }

    private Uni<PersonStatus> status(Mutiny.Session session, StatusLookup.FoundCase found, Locale language) {
        StatusText text = new StatusText(language, clock.instant(), found.zone());
        return facts.of(session, found.caseId())
                .map(known -> CaseTimeline.of(known, text.now()))
                .chain(timeline -> services.of(session, keys(timeline))
                        .chain(offered -> recipients
                                .of(session, scopes(found))
                                .map(named -> text.of(found, timeline, offered, named))))
                .chain(status -> withRights(session, found, status, language));
    }

    private Uni<PersonStatus> withRights(
            Mutiny.Session session, StatusLookup.FoundCase found, PersonStatus status, Locale language) {
        RightsText text = new RightsText(language, found.zone());
        return requests.of(session, found.caseId()).map(text::requests).map(status::with);
    }

    private static Set<String> scopes(StatusLookup.FoundCase found) {
        return found.consents().stream()
                .flatMap(consent -> consent.scope().stream())
                .collect(Collectors.toSet());
    }

    private static Set<Services.Key> keys(CaseTimeline timeline) {
        return timeline.referrals().stream()
                .map(CaseTimeline.Referral::issued)
                .map(issued -> new Services.Key(issued.to().node(), issued.offerId()))
                .collect(Collectors.toSet());
    }

    private static Uni<Outcome> done(Outcome outcome) {
        return Uni.createFrom().item(outcome);
    }

    private void count(Outcome outcome) {
        String name = switch (outcome) {
            case Outcome.Found found -> "told";
            case Outcome.Unknown unknown -> "wrong";
            case Outcome.Mistyped mistyped -> "mistyped";
            case Outcome.TooMany tooMany -> "too-many";
        };
        InquiryCount.count(metrics, name);
    }
}
