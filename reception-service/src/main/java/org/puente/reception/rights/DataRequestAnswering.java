package org.puente.reception.rights;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.InstitutionId;
import org.puente.platform.problems.FieldError;
import org.puente.platform.problems.ProblemException;
import org.puente.reception.directory.ReceptionDirectory;
import org.puente.reception.returns.Checks;
import org.puente.reception.sealing.SealedTexts;

/** Answers requests. What is said to be granted must have been done. */
@ApplicationScoped
class DataRequestAnswering {
    private final DataRequests requests;
    private final ConcernedCases cases;
    private final ReceptionDirectory directory;
    private final SealedTexts texts;
    private final Checks checks;

    DataRequestAnswering(
            DataRequests requests,
            ConcernedCases cases,
            ReceptionDirectory directory,
            SealedTexts texts,
            Checks checks) {
        this.requests = requests;
        this.cases = cases;
        this.directory = directory;
        this.texts = texts;
        this.checks = checks;
    }

    /** Answers a request to this institution; 404 if there is none, 409 if it is answered. */
    Uni<DataRequest> answer(Mutiny.Session session, UUID id, InstitutionId institution, DataRequestAnswer answer) {
        return requests.toAnswer(session, id, institution)
                .invoke(request -> checks.form(answer))
                .invoke(request -> mustGiveReasons(answer))
                .call(request -> mustBeDone(session, request, answer.outcome()))
                .invoke(request -> request.answer(answer.outcome(), texts.seal(answer.answer()), checks.now()))
                .call(session::flush);
    }

    private static void mustGiveReasons(DataRequestAnswer answer) {
        if (answer.outcome() != DataRequestOutcome.GRANTED && answer.answer() == null) {
            throw ProblemException.invalid(FieldError.of("/answer", "reason-missing"));
        }
    }

    private Uni<Void> mustBeDone(Mutiny.Session session, DataRequest request, DataRequestOutcome outcome) {
        if (outcome != DataRequestOutcome.GRANTED) {
            return Uni.createFrom().voidItem();
        }
        return switch (request.kind()) {
            case ERASURE -> mustBeNone(cases.held(session, request), "erasure-not-done");
            case OBJECTION ->
                directory
                        .zone(session)
                        .map(checks::today)
                        .chain(today -> mustBeNone(cases.consenting(session, request, today), "objection-not-done"));
            case ACCESS, RECTIFICATION -> Uni.createFrom().voidItem();
        };
    }

    private static Uni<Void> mustBeNone(Uni<Long> count, String code) {
        return count.invoke(found -> {
                    if (found > 0) {
                        throw ProblemException.ruleBroken(code);
                    }
                })
                .replaceWithVoid();
    }
}
