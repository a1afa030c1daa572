package org.puente.reception.status;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.puente.contracts.CancellationReason;
import org.puente.contracts.CaseId;
import org.puente.contracts.ConsentId;
import org.puente.contracts.Contact;
import org.puente.contracts.DeclineReason;
import org.puente.contracts.Dimension;
import org.puente.contracts.DirectoryFact;
import org.puente.contracts.DirectoryStatus;
import org.puente.contracts.DossierId;
import org.puente.contracts.Eligibility;
import org.puente.contracts.FailureReason;
import org.puente.contracts.FollowUpFact;
import org.puente.contracts.FollowUpId;
import org.puente.contracts.FollowUpKind;
import org.puente.contracts.InstitutionId;
import org.puente.contracts.InstitutionKind;
import org.puente.contracts.Jwks;
import org.puente.contracts.Level;
import org.puente.contracts.LocalizedText;
import org.puente.contracts.Need;
import org.puente.contracts.NodeId;
import org.puente.contracts.OfferId;
import org.puente.contracts.Party;
import org.puente.contracts.Priority;
import org.puente.contracts.ReferralFact;
import org.puente.contracts.ReferralId;
import org.puente.contracts.ReferralStatus;
import org.puente.contracts.ServiceOutcome;
import org.puente.contracts.VisitOutcome;
import org.puente.contracts.WithdrawalReason;
import org.puente.platform.testing.AnswerTimes;

/** Facts as other services and nodes publish them: gtm-igm refers to an offer of mex-stps. */
final class CaseFactSamples {
    static final NodeId GTM = new NodeId("gtm");
    static final NodeId MEX = new NodeId("mex");
    static final InstitutionId IGM = new InstitutionId("gtm-igm");
    static final InstitutionId STPS = new InstitutionId("mex-stps");
    static final String EMPLOYMENT = "mex-empleo";
    static final String SHELTER = "mex-albergue";
    static final String PHONE = "+525512345678";

    private static final Instant START = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    private CaseFactSamples() {}

    static DirectoryFact.NodePublished mexico() {
        return new DirectoryFact.NodePublished(
                MEX, "MEX", "México", "America/Mexico_City", new Jwks(List.of()), Instant.now());
    }

    static DirectoryFact.InstitutionPublished ministry() {
        return new DirectoryFact.InstitutionPublished(
                STPS,
                MEX,
                "Secretaría del Trabajo",
                InstitutionKind.GOVERNMENT,
                List.of(),
                List.of(),
                DirectoryStatus.ACTIVE,
                null,
                Instant.now());
    }

    static DirectoryFact.OfferPublished offer(String id, String category, boolean restricted) {
        return new DirectoryFact.OfferPublished(
                new OfferId(id),
                STPS,
                MEX,
                new LocalizedText("Nombre de " + id, "Name of " + id),
                Level.INDIVIDUAL,
                Dimension.ECONOMIC,
                category,
                Eligibility.ANYONE,
                List.of("MEX"),
                List.of(),
                AnswerTimes.USUAL,
                List.of("spa"),
                List.of(),
                new Contact(PHONE, null, null),
                null,
                restricted,
                DirectoryStatus.ACTIVE,
                null,
                Instant.now());
    }

    static ReferralFact.Issued issued(CaseId caseId, String offer) {
        return issued(caseId, offer, GTM, IGM, MEX, STPS);
    }

    static ReferralFact.Issued issued(
            CaseId caseId, String offer, NodeId from, InstitutionId issuer, NodeId to, InstitutionId recipient) {
        return new ReferralFact.Issued(
                new ReferralId(UUID.randomUUID()),
                caseId,
                issuer,
                START,
                null,
                new OfferId(offer),
                new Party(from, issuer),
                new Party(to, recipient),
                new Need(Dimension.ECONOMIC, "employment", Priority.NORMAL),
                Priority.NORMAL,
                START.plus(Duration.ofDays(14)),
                new ConsentId(UUID.randomUUID()),
                new DossierId(UUID.randomUUID()));
    }

    /** The fact by which a referral comes to a status at once; the issue itself for that. */
    static ReferralFact step(ReferralFact.Issued of, ReferralStatus status) {
        ReferralId id = of.referralId();
        CaseId caseId = of.caseId();
        InstitutionId here = of.from().institution();
        InstitutionId there = of.to().institution();
        Instant at = START.plusSeconds(60L * (1 + status.ordinal()));
        return switch (status) {
            case ISSUED -> of;
            case ACKNOWLEDGED -> new ReferralFact.Acknowledged(id, caseId, there, at);
            case EXPIRED -> new ReferralFact.Expired(id, caseId, here, at);
            case WAITLISTED -> new ReferralFact.Waitlisted(id, caseId, there, at);
            case ACCEPTED -> new ReferralFact.Accepted(id, caseId, there, at);
            case SCHEDULED -> scheduled(of, Instant.parse("2099-12-01T15:00:00Z"));
            case MISSED -> new ReferralFact.Missed(id, caseId, there, at);
            case STARTED -> new ReferralFact.Started(id, caseId, there, at);
            case DECLINED -> new ReferralFact.Declined(id, caseId, there, at, DeclineReason.NO_CAPACITY);
            case REDIRECTED -> new ReferralFact.Redirected(id, caseId, there, at, new OfferId("mex-otra"), null);
            case CANCELLED -> new ReferralFact.Cancelled(id, caseId, here, at, CancellationReason.values()[0]);
            case WITHDRAWN -> new ReferralFact.Withdrawn(id, caseId, here, at, WithdrawalReason.values()[0]);
            case FAILED -> new ReferralFact.Failed(id, caseId, there, at, FailureReason.values()[0]);
            case DELIVERED ->
                new ReferralFact.Delivered(
                        id,
                        caseId,
                        there,
                        at,
                        ServiceOutcome.COMPLETED,
                        Level.INDIVIDUAL,
                        Dimension.ECONOMIC,
                        "employment");
        };
    }

    static ReferralFact.Scheduled scheduled(ReferralFact.Issued of, Instant appointment) {
        return new ReferralFact.Scheduled(of.referralId(), of.caseId(), STPS, START.plusSeconds(3600), appointment);
    }

    static ReferralFact.Missed missed(ReferralFact.Issued of, Instant at) {
        return new ReferralFact.Missed(of.referralId(), of.caseId(), STPS, at);
    }

    static FollowUpFact.Planned planned(CaseId caseId, LocalDate dueOn) {
        return planned(caseId, new FollowUpId(UUID.randomUUID()), START, dueOn);
    }

    static FollowUpFact.Planned planned(CaseId caseId, FollowUpId id, Instant at, LocalDate dueOn) {
        return new FollowUpFact.Planned(caseId, IGM, at, id, FollowUpKind.VISIT, dueOn);
    }

    static FollowUpFact.Completed completed(FollowUpFact.Planned plan) {
        return new FollowUpFact.Completed(
                plan.caseId(),
                IGM,
                START.plusSeconds(60),
                plan.followUpId(),
                VisitOutcome.REACHED,
                null,
                null,
                List.of());
    }
}
