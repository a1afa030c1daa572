package org.puente.referral.attachments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.puente.referral.referrals.ReferralFixture.RECIPIENT;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.puente.contracts.CaseId;
import org.puente.contracts.NodeId;
import org.puente.contracts.ReferralStatus;
import org.puente.contracts.ReturnFact.ConsentRecorded;
import org.puente.platform.json.Json;
import org.puente.referral.RegionFacts;
import org.puente.referral.cases.Consent;

class AttachmentPolicyTest {
    private static final NodeId GTM = new NodeId("gtm");
    private static final CaseId CASE = new CaseId(UUID.randomUUID());
    private static final LocalDate TODAY = LocalDate.now();

    @Test
    void aFileIsNotLargerThanTheLimit() {
        assertThat(AttachmentPolicy.file(pdf(Attachment.MAX_BYTES))).isEmpty();
        assertThat(AttachmentPolicy.file(pdf(Attachment.MAX_BYTES + 1))).contains(new AttachmentRefusal.TooLarge());
    }

    @Test
    void aFileIsOfATypeThatIsKnown() {
        byte[] text = "hello".getBytes(StandardCharsets.UTF_8);
        assertThat(AttachmentPolicy.file(UploadedFile.of("medical", null, text)))
                .contains(new AttachmentRefusal.UnknownType());
        assertThat(AttachmentPolicy.file(UploadedFile.of("medical", null, null)))
                .contains(new AttachmentRefusal.UnknownType());
    }

    @Test
    void aFileIsOfTheTypeThatItsSenderClaims() {
        assertThat(AttachmentPolicy.file(UploadedFile.of("medical", "image/png", Files.pdf(20))))
                .contains(new AttachmentRefusal.OtherType(FileType.PDF));
        assertThat(AttachmentPolicy.file(UploadedFile.of("medical", "application/PDF; x=y", Files.pdf(20))))
                .isEmpty();
    }

    @Test
    void whoClaimsNoTypeClaimsNoOther() {
        assertThat(AttachmentPolicy.file(UploadedFile.of("medical", "application/octet-stream", Files.pdf(20))))
                .isEmpty();
    }

    @Test
    void aFileIsOfAKindThatIsKnown() {
        assertThat(AttachmentPolicy.file(UploadedFile.of("holiday", null, Files.pdf(20))))
                .contains(new AttachmentRefusal.UnknownKind());
        assertThat(AttachmentPolicy.file(UploadedFile.of(null, null, Files.pdf(20))))
                .contains(new AttachmentRefusal.UnknownKind());
    }

    @ParameterizedTest
    @EnumSource(
            value = ReferralStatus.class,
            names = {"EXPIRED", "DECLINED", "REDIRECTED", "CANCELLED", "WITHDRAWN", "FAILED", "DELIVERED"})
    void nothingIsAttachedToAReferralThatIsOver(ReferralStatus status) {
        assertThat(AttachmentPolicy.open(status)).contains(new AttachmentRefusal.NotOpen(status));
    }

    @ParameterizedTest
    @EnumSource(
            value = ReferralStatus.class,
            names = {"ISSUED", "ACKNOWLEDGED", "WAITLISTED", "ACCEPTED", "SCHEDULED", "MISSED", "STARTED"})
    void aFileIsAttachedToAReferralThatGoesOn(ReferralStatus status) {
        assertThat(AttachmentPolicy.open(status)).isEmpty();
    }

    @Test
    void theConsentOfTheReferralCoversItsRecipient() {
        assertThat(consent(recorded("region"), null, CASE)).isEmpty();
        assertThat(consent(recorded("gtm-svet"), null, CASE)).contains(new AttachmentRefusal.ConsentDoesNotCover());
    }

    @Test
    void aConsentThatWasWithdrawnCoversNothing() {
        assertThat(consent(recorded("region"), Instant.now(), CASE))
                .contains(new AttachmentRefusal.ConsentDoesNotCover());
    }

    @Test
    void aConsentOfAnotherCaseOrNoneCoversNothing() {
        assertThat(consent(recorded("region"), null, new CaseId(UUID.randomUUID())))
                .contains(new AttachmentRefusal.ConsentDoesNotCover());
        assertThat(AttachmentPolicy.consent(null, CASE, GTM, RECIPIENT, TODAY))
                .contains(new AttachmentRefusal.ConsentDoesNotCover());
    }

    @Test
    void aReferralHasSoManyAttachmentsAtMost() {
        assertThat(AttachmentPolicy.number(Attachment.MAX_PER_REFERRAL - 1)).isEmpty();
        assertThat(AttachmentPolicy.number(Attachment.MAX_PER_REFERRAL)).contains(new AttachmentRefusal.Full());
    }

    private static UploadedFile pdf(int bytes) {
        return UploadedFile.of("medical", null, Files.pdf(bytes));
    }

    private static ConsentRecorded recorded(String scope) {
        return RegionFacts.consent(CASE, scope);
    }

    private static Optional<AttachmentRefusal> consent(ConsentRecorded terms, Instant withdrawnAt, CaseId caseId) {
        Consent consent =
                new Consent(terms.consentId().value(), terms.caseId().value(), Json.write(terms), withdrawnAt);
        return AttachmentPolicy.consent(consent, caseId, GTM, RECIPIENT, TODAY);
    }
}
