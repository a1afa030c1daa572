package org.puente.reception.rights;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.CaseId;
import org.puente.reception.sealing.SealedTexts;

/** What a person is shown of their requests. */
@ApplicationScoped
public class RequestSummaries {
    private final DataRequests requests;
    private final SealedTexts texts;

    RequestSummaries(DataRequests requests, SealedTexts texts) {
        this.requests = requests;
        this.texts = texts;
    }

    /**
     * A request.
     *
     * @param outcome null while it is open
     * @param answer null while it is open, and where nothing was written
     */
    public record Summary(
            DataRequestKind kind, LocalDate receivedOn, LocalDate dueOn, DataRequestOutcome outcome, String answer) {
        @Override
        public String toString() {
            return "Summary[" + kind + "]";
        }
    }

    /** The requests about a case that the person made here; those from elsewhere are shown elsewhere. Oldest first. */
    public Uni<List<Summary>> of(Mutiny.Session session, CaseId caseId) {
        return requests.of(session, caseId)
                .map(all -> all.stream()
                        .filter(request -> request.source() != DataRequestSource.ANOTHER_CASE)
                        .map(this::summary)
                        .toList());
    }

    private Summary summary(DataRequest request) {
        return new Summary(
                request.kind(),
                request.receivedOn(),
                request.dueOn(),
                request.outcome(),
                texts.open(request.sealedAnswer()).orElse(null));
    }
}
