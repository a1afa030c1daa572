package org.puente.reception.help;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.puente.contracts.CaseId;
import org.puente.contracts.HelpId;
import org.puente.contracts.HelpKind;
import org.puente.contracts.HelpVoidReason;

/** Help as an institution sees it. */
final class HelpView {
    private HelpView() {}

    /**
     * An entry with its people.
     *
     * @param people for how many of them it counts
     */
    @Schema(
            name = "HelpOfGroup",
            requiredProperties = {"helpId", "kinds", "occurredAt", "recordedAt", "people", "cases"})
    record OfGroup(
            HelpId helpId,
            List<HelpKind> kinds,
            Instant occurredAt,
            Instant recordedAt,
            int people,
            List<OfPerson> cases) {
        static OfGroup of(HelpEntries.Entry entry, List<HelpEntries.Recipient> recipients) {
            return new OfGroup(
                    entry.helpId(),
                    entry.kinds(),
                    entry.occurredAt(),
                    entry.recordedAt(),
                    (int) recipients.stream()
                            .filter(recipient -> recipient.voidedAt() == null)
                            .count(),
                    recipients.stream()
                            .map(recipient ->
                                    new OfPerson(recipient.caseId(), recipient.voidedAt(), recipient.reason()))
                            .toList());
        }
    }

    /** A person of an entry; voidedAt and voidReason are null while it counts. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(
            name = "HelpOfPerson",
            requiredProperties = {"caseId"})
    record OfPerson(CaseId caseId, Instant voidedAt, HelpVoidReason voidReason) {}

    /** An entry as it stands in a case; voidedAt and voidReason are null while it counts. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(
            name = "HelpOfCase",
            requiredProperties = {"helpId", "kinds", "occurredAt", "recordedAt"})
    record OfCase(
            HelpId helpId,
            List<HelpKind> kinds,
            Instant occurredAt,
            Instant recordedAt,
            Instant voidedAt,
            HelpVoidReason voidReason) {
        static OfCase of(HelpEntries.OfCase entry) {
            return new OfCase(
                    entry.helpId(),
                    entry.kinds(),
                    entry.occurredAt(),
                    entry.recordedAt(),
                    entry.voidedAt(),
                    entry.reason());
        }
    }
}
