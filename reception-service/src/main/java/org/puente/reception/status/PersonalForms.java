package org.puente.reception.status;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.CaseId;
import org.puente.contracts.ReferralId;
import org.puente.platform.persistence.Epoch;
import org.puente.platform.persistence.UnitOfWork;
import org.puente.reception.complaints.ComplaintReceiving;
import org.puente.reception.complaints.ReceiptCode;
import org.puente.reception.rights.DataRequestKind;
import org.puente.reception.rights.DataRequestReceiving;

/** Takes in what a person sends from the page of their case, within the limits of the page. */
@ApplicationScoped
class PersonalForms {
    private static final String COMPLAINT = "complaint";

    private final Limits limits;
    private final CaseTickets tickets;
    private final Epoch epoch;
    private final UnitOfWork work;
    private final StatusLookup lookup;
    private final DataRequestReceiving requests;
    private final ComplaintReceiving complaints;

    PersonalForms(
            Limits limits,
            CaseTickets tickets,
            Epoch epoch,
            UnitOfWork work,
            StatusLookup lookup,
            DataRequestReceiving requests,
            ComplaintReceiving complaints) {
        this.limits = limits;
        this.tickets = tickets;
        this.epoch = epoch;
        this.work = work;
        this.lookup = lookup;
        this.requests = requests;
        this.complaints = complaints;
    }

    /** What became of a form. */
    sealed interface Result {
        /**
         * @param receipt of a complaint; null for a request, which is answered on the page of the case
         */
        record Taken(ReceiptCode receipt) implements Result {}

        /** The same is open already. */
        record Repeated() implements Result {}

        /** Enough came of this case today. */
        record Enough() implements Result {}

        /** Enough came of this case from this address today. */
        record EnoughFromHere() implements Result {}

        /** A field is missing or too long. */
        record Incomplete() implements Result {}

        /** The ticket is over, or none: code and year of birth are to be shown again. */
        record NotKnown() implements Result {}

        record TooMany(Duration after) implements Result {}
    }

    private interface Taking {
        Uni<Result> take(Mutiny.Session session, CaseTickets.Ticket ticket, CaseId caseId);
    }

    /**
     * @param kind null if none was chosen
     */
    Uni<Result> dataRequest(String address, String ticket, DataRequestKind kind, SentText details) {
        boolean complete = kind != null && !details.tooLong();
        return take(address, ticket, complete, (session, known, caseId) -> {
            UUID id = known.idOf("data-request", kind.code(), details.text());
            return requests.isKnown(session, id)
                    .chain(again -> unlessEnough(
                            again,
                            new Limits.Sending(address, caseId, kind.code()),
                            () -> requests.fromPerson(session, id, caseId, kind, details.text())
                                    .map(PersonalForms::result)));
        });
    }

    private static Result result(DataRequestReceiving.Sent sent) {
        return switch (sent) {
            case TAKEN -> new Result.Taken(null);
            case REPEATED -> new Result.Repeated();
            case ENOUGH -> new Result.Enough();
        };
    }

    /**
     * @param about null if it is about the desk
     */
    Uni<Result> complaint(String address, String ticket, ReferralId about, SentText text) {
        boolean complete = text.text() != null && !text.tooLong();
        return take(address, ticket, complete, (session, known, caseId) -> {
            UUID id = known.idOf(COMPLAINT, about == null ? null : about.toString(), text.text());
            return complaints
                    .isKnown(session, id)
                    .chain(again -> unlessEnough(
                            again,
                            new Limits.Sending(address, caseId, COMPLAINT),
                            () -> complaints
                                    .fromPerson(session, id, caseId, about, text.text())
                                    .map(receipt ->
                                            receipt == null ? new Result.Enough() : new Result.Taken(receipt))));
        });
    }

    /** What came before is not counted again: it is sent once more since no answer arrived. */
    private Uni<Result> unlessEnough(boolean again, Limits.Sending sending, Supplier<Uni<Result>> taking) {
        if (again) {
            return taking.get();
        }
        return limits.sends(sending)
                ? taking.get().onItemOrFailure().invoke((result, fault) -> {
                    if (!(result instanceof Result.Taken)) {
                        limits.takeBack(sending);
                    }
                })
                : done(new Result.EnoughFromHere());
    }

    private Uni<Result> take(String address, String text, boolean complete, Taking taking) {
        Optional<Duration> wait = limits.enter(address);
        if (wait.isPresent()) {
            return done(new Result.TooMany(wait.get()));
        }
        Optional<CaseTickets.Ticket> ticket = tickets.read(text);
        if (ticket.isEmpty()) {
            return done(new Result.NotKnown());
        }
        if (!complete) {
            return done(new Result.Incomplete());
        }
        epoch.mustBeCurrent();
        return work.run(session -> lookup.find(session, ticket.get().mark())
                .chain(caseId ->
                        caseId == null ? done(new Result.NotKnown()) : taking.take(session, ticket.get(), caseId)));
    }

    private static Uni<Result> done(Result result) {
        return Uni.createFrom().item(result);
    }
}
