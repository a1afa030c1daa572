package org.puente.reception.rights;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.puente.contracts.CaseId;
import org.puente.platform.text.PlainText;

/**
 * A request as a desk writes it down.
 *
 * @param requestId made by the client; null if the service is to make one
 * @param receivedOn null for today
 * @param details in the person's words; null if none were said
 */
@Schema(name = "DataRequestForm")
record DataRequestForm(
        UUID requestId,
        @NotNull CaseId caseId,
        @NotNull DataRequestKind kind,
        LocalDate receivedOn,

        @Pattern(regexp = DataRequestForm.TEXT, message = "{puente.text.2000}")
        String details) {

    /** Lines, no other control characters, 1 to 2,000 characters. */
    static final String TEXT = "[^\\p{Cntrl}&&[^\\n\\r\\t]]{1,2000}";

    DataRequestForm {
        details = PlainText.of(details);
    }

    @Override
    public String toString() {
        return "DataRequestForm[…]";
    }
}
