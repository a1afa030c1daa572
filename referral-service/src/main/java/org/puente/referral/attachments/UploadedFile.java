package org.puente.referral.attachments;

import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.puente.contracts.Code;
import org.puente.platform.problems.ProblemException;
import org.puente.platform.problems.ProblemKind;

/**
 * An uploaded file, with the kind and the type that its sender claims.
 *
 * @param kind as it was sent; null where none was
 * @param claimed the Content-Type; null where none was sent
 */
record UploadedFile(String kind, String claimed, byte[] file, String sha256) {
    static UploadedFile of(String kind, String claimed, byte[] file) {
        byte[] bytes = file == null ? new byte[0] : file;
        return new UploadedFile(kind, claimed, bytes, Attachment.sha256(bytes));
    }

    /** The values by which a repeated request under an Idempotency-Key is the same request. */
    List<String> asked() {
        return List.of(String.valueOf(kind), sha256);
    }

    /**
     * The description of the file; its first bytes show its type.
     *
     * @throws ProblemException invalid for the kind; 413, 415 or 422 for the file
     */
    Attachment attachment(UUID id, Instant now) {
        if (file.length > Attachment.MAX_BYTES) {
            throw ProblemException.of(ProblemKind.TOO_LARGE, "body-too-large", Attachment.MAX_BYTES / 1024);
        }
        FileType type = FileType.of(file)
                .orElseThrow(() -> ProblemException.of(ProblemKind.UNSUPPORTED_TYPE, "attachment-type-unknown"));
        if (claimsAnother(type)) {
            throw ProblemException.ruleBroken("attachment-type-differs", type.code());
        }
        return new Attachment(id, kindOf(), type, file.length, sha256, now);
    }

    private boolean claimsAnother(FileType type) {
        if (claimed == null) {
            return false;
        }
        String named = claimed.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return !named.equals(MediaType.APPLICATION_OCTET_STREAM) && !type.isNamed(named);
    }

    private AttachmentKind kindOf() {
        try {
            return Code.of(AttachmentKind.class, kind);
        } catch (IllegalArgumentException e) {
            throw ProblemException.of(
                    ProblemKind.INVALID,
                    "attachment-kind-unknown",
                    Arrays.stream(AttachmentKind.values()).map(Code::code).collect(Collectors.joining(", ")));
        }
    }
}
