package org.puente.referral.attachments;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Random;
import java.util.UUID;
import org.puente.contracts.CaseId;
import org.puente.contracts.InstitutionId;
import org.puente.contracts.NodeId;
import org.puente.contracts.ReferralFact;
import org.puente.contracts.ReferralId;

/** Files made up for a test, and how another node's referral-service sends one. */
final class Files {
    private Files() {}

    /** Begins as a PDF does, and goes on with noise. */
    static byte[] pdf(int bytes) {
        byte[] file = new byte[bytes];
        new Random(bytes).nextBytes(file);
        byte[] begins = "%PDF-".getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(begins, 0, file, 0, begins.length);
        return file;
    }

    static Attachment described(byte[] file) {
        return new Attachment(
                UUID.randomUUID(),
                AttachmentKind.MEDICAL,
                FileType.PDF,
                file.length,
                Attachment.sha256(file),
                Instant.now().truncatedTo(ChronoUnit.MICROS));
    }

    static AttachmentChunks cut(byte[] file) {
        return new AttachmentChunks(
                new AttachmentChunks.Address(
                        new ReferralId(UUID.randomUUID()),
                        new CaseId(UUID.randomUUID()),
                        new InstitutionId("hnd-inm"),
                        new NodeId("gtm")),
                described(file),
                file);
    }

    /** The file, as the issuer of a referral attaches it. */
    static AttachmentChunks cut(ReferralFact.Issued issued, byte[] file) {
        return new AttachmentChunks(
                new AttachmentChunks.Address(
                        issued.referralId(),
                        issued.caseId(),
                        issued.institution(),
                        issued.to().node()),
                described(file),
                file);
    }
}
