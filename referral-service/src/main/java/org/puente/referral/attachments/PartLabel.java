package org.puente.referral.attachments;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.puente.platform.inbox.FactRefused;
import org.puente.platform.sealing.Seal;

/**
 * The label of a sealed part, in the JWE's protected header. It distinguishes a part from a dossier
 * without opening either.
 *
 * @param part 0 for the description of the attachment, from 1 on for the file
 * @param parts how many parts the file has
 */
public record PartLabel(UUID attachment, int part, int parts) {
    static final String NAME = "puente-attachment";

    private static final Pattern FORM =
            Pattern.compile("([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/(\\d{1,3})/(\\d{1,3})");
    private static final int MAX_PARTS = AttachmentChunks.parts(Attachment.MAX_BYTES);

    /**
     * @return empty where the sealed text is no part of an attachment
     * @throws FactRefused where it has a label that no part can have
     */
    public static Optional<PartLabel> of(String jwe) {
        return Seal.label(jwe, NAME).map(PartLabel::read);
    }

    private static PartLabel read(String text) {
        Matcher matcher = FORM.matcher(text);
        if (matcher.matches()) {
            int part = Integer.parseInt(matcher.group(2));
            int parts = Integer.parseInt(matcher.group(3));
            if (parts >= 1 && parts <= MAX_PARTS && part <= parts) {
                return new PartLabel(UUID.fromString(matcher.group(1)), part, parts);
            }
        }
        throw new FactRefused("no-such-part", "the label is not that of a part of an attachment");
    }

    Map<String, String> header() {
        return Map.of(NAME, attachment + "/" + part + "/" + parts);
    }
}
