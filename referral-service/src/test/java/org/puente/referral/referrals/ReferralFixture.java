package org.puente.referral.referrals;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.puente.contracts.CaseId;
import org.puente.contracts.ConsentId;
import org.puente.contracts.DossierId;
import org.puente.contracts.InstitutionId;
import org.puente.contracts.NodeId;
import org.puente.contracts.OfferId;
import org.puente.contracts.Party;
import org.puente.contracts.Priority;
import org.puente.contracts.ReferralFact;
import org.puente.contracts.ReferralId;
import org.puente.contracts.Side;
import org.puente.platform.web.Caller;
import org.puente.referral.RegionFacts;
import org.puente.referral.dossiers.Fields;

/** A referral in memory, from Guatemala's reception to an office in Honduras, of a case of another office. */
public final class ReferralFixture {
    public static final Party ISSUER = party("gtm", "gtm-igm");
    public static final Party RECIPIENT = party("hnd", "hnd-sreci");
    public static final InstitutionId OWNER = new InstitutionId("gtm-svet");
    public static final Instant ISSUED_AT = Instant.parse("2026-03-02T15:00:00Z");

    private ReferralFixture() {}

    public static Party party(String node, String institution) {
        return new Party(new NodeId(node), new InstitutionId(institution));
    }

    public static Caller caller(Party institution) {
        return new Caller(institution.node(), institution.institution(), "somebody", Set.of("case-manager"));
    }

    public static Caller caller(NodeId node, InstitutionId institution) {
        return caller(new Party(node, institution));
    }

    public static Referral referral() {
        return referral(ISSUER, RECIPIENT);
    }

    public static Referral referral(Party from, Party to) {
        Referral referral = Referral.begin(
                UUID.randomUUID(),
                new ReferralFact.Issued(
                        new ReferralId(UUID.randomUUID()),
                        new CaseId(UUID.randomUUID()),
                        from.institution(),
                        ISSUED_AT,
                        null,
                        new OfferId("hnd-work"),
                        from,
                        to,
                        RegionFacts.WORK,
                        Priority.NORMAL,
                        ISSUED_AT.plus(Duration.ofDays(14)),
                        new ConsentId(UUID.randomUUID()),
                        new DossierId(UUID.randomUUID())),
                ISSUED_AT);
        referral.shares(SharedFields.of(Fields.NONE, null, OWNER));
        return referral;
    }

    /** The referral once its recipient has redirected it. */
    public static Referral redirected(OfferId next) {
        Referral referral = referral();
        Instant at = ISSUED_AT.plusSeconds(60);
        referral.record(
                new RecordedFact(
                        UUID.randomUUID(),
                        Side.RECIPIENT,
                        new ReferralFact.Redirected(
                                referral.id(), referral.caseId(), RECIPIENT.institution(), at, next, null)),
                at);
        return referral;
    }
}
