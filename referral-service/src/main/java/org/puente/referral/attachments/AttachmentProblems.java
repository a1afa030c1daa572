package org.puente.referral.attachments;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.puente.contracts.Code;
import org.puente.platform.problems.ProblemException;
import org.puente.platform.problems.ProblemKind;

/** Results of the rules of attachments, as problems for the institution that sent the file. */
final class AttachmentProblems {
    private AttachmentProblems() {}

    /**
     * @throws ProblemException where there is a refusal
     */
    static void refuse(Optional<AttachmentRefusal> refusal) {
        if (refusal.isPresent()) {
            throw of(refusal.get());
        }
    }

    private static ProblemException of(AttachmentRefusal refusal) {
        return switch (refusal) {
            case AttachmentRefusal.TooLarge why ->
                ProblemException.of(ProblemKind.TOO_LARGE, "body-too-large", Attachment.MAX_BYTES / 1024);
            case AttachmentRefusal.UnknownType why ->
                ProblemException.of(ProblemKind.UNSUPPORTED_TYPE, "attachment-type-unknown");
            case AttachmentRefusal.OtherType why ->
                ProblemException.ruleBroken(
                        "attachment-type-differs", why.actual().code());
            case AttachmentRefusal.UnknownKind why ->
                ProblemException.of(ProblemKind.INVALID, "attachment-kind-unknown", kinds());
            case AttachmentRefusal.NotOpen why ->
                ProblemException.conflict("attachment-not-open", why.status().code())
                        .with("referralStatus", why.status());
            case AttachmentRefusal.ConsentDoesNotCover why -> ProblemException.ruleBroken("consent-does-not-cover");
            case AttachmentRefusal.Full why ->
                ProblemException.conflict("too-many-attachments", Attachment.MAX_PER_REFERRAL);
        };
    }

    private static String kinds() {
        return Arrays.stream(AttachmentKind.values()).map(Code::code).collect(Collectors.joining(", "));
    }
}
