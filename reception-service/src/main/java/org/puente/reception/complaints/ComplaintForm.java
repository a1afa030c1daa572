package org.puente.reception.complaints;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.puente.contracts.CaseId;
import org.puente.contracts.ReferralId;
import org.puente.platform.text.PlainText;

/**
 * A complaint as a desk writes it down.
 *
 * @param complaintId made by the client; null if the service is to make one
 * @param referralId the referral whose recipient it is about; null if it is about the institution of
 *     the case
 * @param receivedOn null for today
 * @param text in the person's words
 */
@Schema(name = "ComplaintForm")
record ComplaintForm(
        UUID complaintId,
        @NotNull CaseId caseId,
        ReferralId referralId,
        LocalDate receivedOn,

        @NotNull @Pattern(regexp = ComplaintForm.TEXT, message = "{puente.text.2000}")
        String text) {

    /** Lines, no other control characters, 1 to 2,000 characters. */
    static final String TEXT = "[^\\p{Cntrl}&&[^\\n\\r\\t]]{1,2000}";

    ComplaintForm {
        text = PlainText.of(text);
    }

    @Override
    public String toString() {
        return "ComplaintForm[…]";
    }
}
