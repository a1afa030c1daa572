package org.puente.referral.attachments;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.puente.contracts.Code;

/**
 * A type of file that may be attached. The first bytes of the file alone show it, never the type
 * that its sender claims. No more of a file is read: its contents are for the recipient's own
 * tools.
 */
@Schema(
        type = SchemaType.STRING,
        enumeration = {"application/pdf", "image/jpeg", "image/png", "image/webp"})
public enum FileType implements Code {
    /** ISO 32000-1, 7.5.2; at the very beginning only, though many readers look further. */
    PDF("application/pdf", "pdf", "%PDF-", "application/x-pdf"),
    /** ITU-T T.81, annex B: the start of an image and of its first segment. */
    JPEG("image/jpeg", "jpg", "\u00ff\u00d8\u00ff", "image/jpg", "image/pjpeg"),
    /** W3C PNG, 5.2. */
    PNG("image/png", "png", "\u0089PNG\r\n\u001a\n", "image/x-png"),
    /** RFC 9649, 2.4: after "RIFF" four bytes of size. */
    WEBP("image/webp", "webp", "RIFF????WEBP");

    private static final byte ANY = '?';

    private final String mediaType;
    private final String ending;
    private final byte[] magic;
    private final Set<String> otherNames;

    FileType(String mediaType, String ending, String magic, String... otherNames) {
        this.otherNames = Set.of(otherNames);
        this.mediaType = mediaType;
        this.ending = ending;
        this.magic = magic.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** The media type. */
    @Override
    public String code() {
        return mediaType;
    }

    /** Whether a media type names this type; browsers and telephones have old names for some. */
    public boolean isNamed(String mediaType) {
        return this.mediaType.equals(mediaType) || otherNames.contains(mediaType);
    }

    /** The extension of file names, without its dot. */
    public String ending() {
        return ending;
    }

    /**
     * @return empty where the file is of no type that is accepted
     */
    public static Optional<FileType> of(byte[] file) {
        return Arrays.stream(values()).filter(type -> type.begins(file)).findFirst();
    }

    private boolean begins(byte[] file) {
        if (file.length < magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if (magic[i] != ANY && magic[i] != file[i]) {
                return false;
            }
        }
        return true;
    }
}
