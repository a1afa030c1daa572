package org.puente.reception.status;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.platform.persistence.UnitOfWork;
import org.puente.reception.complaints.ComplaintSummaries;
import org.puente.reception.complaints.ReceiptCode;
import org.puente.reception.complaints.ReceiptCodes;
import org.puente.reception.directory.ReceptionDirectory;

/**
 * Answers a question for a complaint by its receipt code, within the limits of the status. The code
 * of a case opens none: the desk hands that one out, and the complaint may be about the desk.
 */
@ApplicationScoped
class ComplaintInquiry {
    private final Limits limits;
    private final ReceiptCodes codes;
    private final UnitOfWork work;
    private final ComplaintSummaries complaints;
    private final ReceptionDirectory directory;
    private final MeterRegistry metrics;

    ComplaintInquiry(
            Limits limits,
            ReceiptCodes codes,
            UnitOfWork work,
            ComplaintSummaries complaints,
            ReceptionDirectory directory,
            MeterRegistry metrics) {
        this.limits = limits;
        this.codes = codes;
        this.work = work;
        this.complaints = complaints;
        this.directory = directory;
        this.metrics = metrics;
    }

    /** The result of an inquiry. */
    sealed interface Outcome {
        record Found(ComplaintState state) implements Outcome {}

        record Unknown() implements Outcome {}

        /** The typed text cannot be a code. */
        record Mistyped() implements Outcome {}

        record TooMany(Duration after) implements Outcome {}
    }

    /**
     * @param address network address of the client
     * @param typed the code; null if none was given
     */
    Uni<Outcome> ask(String address, String typed, Locale language) {
        return answer(address, typed, language).invoke(this::count);
    }

    private Uni<Outcome> answer(String address, String typed, Locale language) {
        Optional<Duration> wait = limits.enter(address);
        if (wait.isPresent()) {
            return done(new Outcome.TooMany(wait.get()));
        }
        Optional<ReceiptCode> code = ReceiptCode.read(typed);
        return code.isPresent() ? look(code.get(), language) : done(new Outcome.Mistyped());
    }

    private Uni<Outcome> look(ReceiptCode code, Locale language) {
        String mark = codes.mark(code);
        Optional<Duration> wait = limits.tries(mark);
        if (wait.isPresent()) {
            return done(new Outcome.TooMany(wait.get()));
        }
        return work.read(session -> complaints
                        .of(session, code)
                        .chain(found -> found == null ? done(new Outcome.Unknown()) : told(session, found, language)))
                .invoke(outcome -> {
                    if (outcome instanceof Outcome.Found) {
                        limits.giveBack(mark);
                    }
                })
                // A fault of ours must not lock anybody out.
                .onFailure()
                .invoke(() -> limits.giveBack(mark));
    }

    private Uni<Outcome> told(Mutiny.Session session, ComplaintSummaries.Summary found, Locale language) {
        return directory.zone(session).map(zone -> new Outcome.Found(new RightsText(language, zone).complaint(found)));
    }

    private static Uni<Outcome> done(Outcome outcome) {
        return Uni.createFrom().item(outcome);
    }

    private void count(Outcome outcome) {
        InquiryCount.count(
                metrics,
                switch (outcome) {
                    case Outcome.Found found -> "told";
                    case Outcome.Unknown unknown -> "wrong";
                    case Outcome.Mistyped mistyped -> "mistyped";
                    case Outcome.TooMany tooMany -> "too-many";
                });
    }
}
