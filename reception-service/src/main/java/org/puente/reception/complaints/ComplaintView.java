package org.puente.reception.complaints;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.puente.contracts.CaseId;
import org.puente.contracts.Party;
import org.puente.contracts.ReferralId;
import org.puente.reception.sealing.SealedTexts;

/** A complaint as its recipient sees it, and what a desk is told that wrote one down. */
final class ComplaintView {
    private ComplaintView() {}

    /**
     * @param caseId null once the return is erased
     * @param caseErasedAt when the return was erased; null while it is held
     * @param referralId null if it is not about a referral, or the return is erased
     * @param about the institution, of any node
     * @param receivedOn the day on which the person said it; null of what came before this day was kept
     * @param late whether it waits longer than it may
     * @param text null in lists
     * @param outcome null until it is answered
     * @param answer null in lists, and until it is answered
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(
            name = "Complaint",
            requiredProperties = {
                "complaintId",
                "about",
                "source",
                "receivedAt",
                "acknowledgeBy",
                "answerBy",
                "status",
                "late"
            })
    record ForRecipient(
            UUID complaintId,
            CaseId caseId,
            Instant caseErasedAt,
            ReferralId referralId,
            Party about,
            ComplaintSource source,
            Instant receivedAt,
            LocalDate receivedOn,
            LocalDate acknowledgeBy,
            LocalDate answerBy,
            ComplaintStatus status,
            boolean late,
            String text,
            ComplaintOutcome outcome,
            String answer) {
        static ForRecipient listed(Complaint of, LocalDate today) {
            return view(of, today, null, null);
        }

        static ForRecipient whole(Complaint of, LocalDate today, SealedTexts texts) {
            return view(
                    of,
                    today,
                    texts.open(of.sealedText()).orElse(null),
                    texts.open(of.sealedAnswer()).orElse(null));
        }

        private static ForRecipient view(Complaint of, LocalDate today, String text, String answer) {
            return new ForRecipient(
                    of.id(),
                    of.caseId(),
                    of.caseErasedAt(),
                    of.referralId(),
                    of.about(),
                    of.source(),
                    of.receivedAt(),
                    of.receivedOn(),
                    of.acknowledgeBy(),
                    of.answerBy(),
                    of.status(),
                    of.isLate(today),
                    text,
                    of.outcome(),
                    answer);
        }

        @Override
        public String toString() {
            return "Complaint[" + complaintId + "]";
        }
    }

    /**
     * What the desk is told, and can tell the person: no more, since it may be about the desk.
     *
     * @param answerBy the last day on which the recipient answers
     * @param receiptCode for the person, who sees with it what becomes of the complaint; null if the same came
     *     before: it is shown once
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(
            name = "ComplaintReceipt",
            requiredProperties = {"complaintId", "receivedAt", "acknowledgeBy", "answerBy"})
    record Receipt(
            UUID complaintId, Instant receivedAt, LocalDate acknowledgeBy, LocalDate answerBy, String receiptCode) {
        static Receipt of(Complaint of, ReceiptCode code) {
            return new Receipt(
                    of.id(), of.receivedAt(), of.acknowledgeBy(), of.answerBy(), code == null ? null : code.text());
        }

        @Override
        public String toString() {
            return "Receipt[" + complaintId + "]";
        }
    }
}
