package org.puente.reception.complaints;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.reception.directory.IssuerNames;
import org.puente.reception.sealing.SealedTexts;

/**
 * What a person is shown of a complaint of theirs. If the institution that it is about wrote it down, that institution
 * has seen the code too. Then the answer is not shown, and the person asks the institution that gave it.
 */
@ApplicationScoped
public class ComplaintSummaries {
    private final Complaints complaints;
    private final ReceiptCodes receipts;
    private final SealedTexts texts;
    private final IssuerNames names;

    ComplaintSummaries(Complaints complaints, ReceiptCodes receipts, SealedTexts texts, IssuerNames names) {
        this.names = names;
        this.complaints = complaints;
        this.receipts = receipts;
        this.texts = texts;
    }

    /**
     * A complaint.
     *
     * @param receivedOn null of what came before this day was kept
     * @param acknowledgeBy null while nobody independent is known
     * @param answerBy null while nobody independent is known: the time runs from when it is sent
     * @param outcome null until it is answered, and where the answer is given elsewhere
     * @param answer null until it is answered, and where the answer is given elsewhere
     * @param elsewhere who gives the answer; null where it is shown here, and until there is one
     */
    public record Summary(
            Instant receivedAt,
            LocalDate receivedOn,
            ComplaintStatus status,
            LocalDate acknowledgeBy,
            LocalDate answerBy,
            ComplaintOutcome outcome,
            String answer,
            Elsewhere elsewhere) {
        @Override
        public String toString() {
            return "Summary[" + status + "]";
        }
    }

    /**
     * Where the person asks for the answer.
     *
     * @param institution its public name
     * @param complaint by which it finds the complaint
     */
    public record Elsewhere(String institution, UUID complaint) {}

    /**
     * The complaint that a receipt code opens, also once its return is erased.
     *
     * @return null if there is none
     */
    public Uni<Summary> of(Mutiny.Session session, ReceiptCode code) {
        return complaints
                .byReceipt(session, receipts.mark(code))
                .chain(found -> found == null
                        ? Uni.createFrom().nullItem()
                        : elsewhere(session, found).map(elsewhere -> summary(found, elsewhere)));
    }

    private Uni<Elsewhere> elsewhere(Mutiny.Session session, Complaint complaint) {
        return !complaint.isOpenToAccused() || complaint.status() != ComplaintStatus.ANSWERED
                ? Uni.createFrom().nullItem()
                : names.name(session, complaint.recipient())
                        .map(name -> new Elsewhere(
                                name == null ? complaint.recipient().value() : name, complaint.id()));
    }

    private Summary summary(Complaint complaint, Elsewhere elsewhere) {
        return new Summary(
                complaint.receivedAt(),
                complaint.receivedOn(),
                complaint.status(),
                complaint.isSent() ? complaint.acknowledgeBy() : null,
                complaint.isSent() ? complaint.answerBy() : null,
                elsewhere == null ? complaint.outcome() : null,
                elsewhere == null ? texts.open(complaint.sealedAnswer()).orElse(null) : null,
                elsewhere);
    }
}
