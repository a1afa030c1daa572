package org.puente.referral.attachments;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jose4j.jwk.JsonWebKey;
import org.puente.contracts.CaseId;
import org.puente.contracts.DossierFact;
import org.puente.contracts.DossierId;
import org.puente.contracts.InstitutionId;
import org.puente.contracts.NodeId;
import org.puente.contracts.ReferralId;
import org.puente.platform.ids.Ids;
import org.puente.platform.json.Json;
import org.puente.platform.sealing.Seal;
import org.puente.referral.referrals.Referral;

/**
 * An attachment as it goes over the wire: each part is a sealed dossier of the referral, under an
 * id of its own. A part of 256 KiB makes a record of some 350 KB, a third of what a broker takes.
 */
public record AttachmentChunks(Address address, Attachment what, byte[] file) {
    static final int PART_BYTES = 256 * 1024;

    /** The referral of an attachment, its case, the institution that attaches, and the recipient's node. */
    public record Address(ReferralId referral, CaseId caseId, InstitutionId by, NodeId to) {
        static Address of(Referral referral) {
            return new Address(
                    referral.id(),
                    referral.caseId(),
                    referral.from().institution(),
                    referral.to().node());
        }
    }

    static int parts(int bytes) {
        return Math.ceilDiv(bytes, PART_BYTES);
    }

    /** How many parts the file has; part 0, the description, is not counted. */
    int parts() {
        return parts(file.length);
    }

    /**
     * @param part from 0 to {@link #parts()}
     */
    DossierFact.Sealed sealed(int part, JsonWebKey key) {
        PartLabel label = new PartLabel(what.attachmentId(), part, parts());
        return new DossierFact.Sealed(
                new DossierId(Ids.next()),
                address.referral(),
                address.caseId(),
                address.by(),
                what.attachedAt(),
                address.to(),
                key.getKeyId(),
                Seal.seal(contents(part), label.header(), key));
    }

    private byte[] contents(int part) {
        int end = part * PART_BYTES;
        return part == 0
                ? Json.write(what).getBytes(StandardCharsets.UTF_8)
                : Arrays.copyOfRange(file, end - PART_BYTES, Math.min(end, file.length));
    }
}
