package org.puente.referral.attachments;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Objects;
import java.util.UUID;

/**
 * The description of an attachment. The recipient receives it sealed, like the file itself.
 *
 * @param bytes the size of the file
 * @param sha256 of the whole file, in lower-case hexadecimal
 */
public record Attachment(
        UUID attachmentId, AttachmentKind kind, FileType type, int bytes, String sha256, Instant attachedAt) {
    /** The largest attachment: 5 MiB. */
    public static final int MAX_BYTES = 5 * 1024 * 1024;

    /** The most attachments that a referral has. */
    public static final int MAX_PER_REFERRAL = 10;

    public Attachment {
        Objects.requireNonNull(attachmentId);
        Objects.requireNonNull(kind);
        Objects.requireNonNull(type);
        Objects.requireNonNull(sha256);
        Objects.requireNonNull(attachedAt);
        if (bytes < 1 || bytes > MAX_BYTES) {
            throw new IllegalArgumentException("no such size of an attachment");
        }
    }

    public static String sha256(byte[] file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether a file has this size, digest and type. */
    boolean describes(byte[] file) {
        return file.length == bytes
                && sha256(file).equals(sha256)
                && FileType.of(file).filter(type::equals).isPresent();
    }
}
