package org.puente.referral.attachments;

import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.puente.contracts.Code;

/**
 * An uploaded file, with the kind and the type that its sender claims.
 *
 * @param kind as it was sent; null where none was
 * @param claimed the Content-Type; null where none was sent
 */
record UploadedFile(String kind, String claimed, byte[] bytes, String sha256) {
    static UploadedFile of(String kind, String claimed, byte[] file) {
        byte[] bytes = file == null ? new byte[0] : file;
        return new UploadedFile(kind, claimed, bytes, Attachment.sha256(bytes));
    }

    /** The values by which a repeated request under an Idempotency-Key is the same request. */
    List<String> identity() {
        return List.of(String.valueOf(kind), sha256);
    }

    /** The description of the file, once {@link AttachmentPolicy#file} permits it. */
    Attachment attachment(UUID id, Instant now) {
        FileType type = FileType.of(bytes).orElseThrow();
        return new Attachment(id, Code.of(AttachmentKind.class, kind), type, bytes.length, sha256, now);
    }

    boolean hasKnownKind() {
        return Arrays.stream(AttachmentKind.values())
                .anyMatch(known -> known.code().equals(kind));
    }

    /** Whether its sender claims that it is of another type. */
    boolean claimsAnother(FileType type) {
        if (claimed == null) {
            return false;
        }
        String named = claimed.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return !named.equals(MediaType.APPLICATION_OCTET_STREAM) && !type.isNamed(named);
    }
}
