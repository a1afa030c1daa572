package org.puente.reporting;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.puente.contracts.AgeGroup;
import org.puente.contracts.CaseId;
import org.puente.contracts.ConsentId;
import org.puente.contracts.Dimension;
import org.puente.contracts.DossierId;
import org.puente.contracts.FollowUpFact;
import org.puente.contracts.FollowUpId;
import org.puente.contracts.FollowUpKind;
import org.puente.contracts.InstitutionId;
import org.puente.contracts.Level;
import org.puente.contracts.Need;
import org.puente.contracts.NodeId;
import org.puente.contracts.OfferId;
import org.puente.contracts.Party;
import org.puente.contracts.PersonId;
import org.puente.contracts.Priority;
import org.puente.contracts.ReceptionPointId;
import org.puente.contracts.ReferralFact;
import org.puente.contracts.ReferralId;
import org.puente.contracts.ReturnFact;
import org.puente.contracts.ServiceOutcome;
import org.puente.contracts.Sex;
import org.puente.contracts.Transport;
import org.puente.contracts.TransportMode;
import org.puente.contracts.VisitOutcome;
import org.puente.contracts.Will;
import org.puente.platform.json.Json;

/** Facts as nodes publish them. */
public final class Samples {
    public static final InstitutionId IGM = new InstitutionId("gtm-igm");
    public static final InstitutionId STPS = new InstitutionId("mex-stps");

    private Samples() {}

    public static ReturnFact.Registered registered(CaseId caseId, PersonId person, LocalDate on, Sex sex) {
        return registered(caseId, person, on, sex, null, Instant.now());
    }

    /** A woman who came by a flight. */
    public static ReturnFact.Registered registered(CaseId caseId, LocalDate on, String flight, Instant at) {
        Transport transport = new Transport(TransportMode.AIR, flight);
        return registered(caseId, new PersonId(UUID.randomUUID()), on, Sex.FEMALE, transport, at);
    }

    private static ReturnFact.Registered registered(
            CaseId caseId, PersonId person, LocalDate on, Sex sex, Transport transport, Instant at) {
        return new ReturnFact.Registered(
                caseId,
                IGM,
                at,
                1,
                person,
                on,
                new ReceptionPointId("gtm-fag"),
                "GTM",
                "USA",
                Will.FORCED,
                null,
                null,
                transport,
                AgeGroup.FROM_25_TO_59,
                sex,
                null,
                List.of(),
                List.of("spa"),
                List.of(),
                List.of(),
                List.of(),
                null,
                0);
    }

    public static ReturnFact.Registered registered(LocalDate on, Sex sex) {
        return registered(new CaseId(UUID.randomUUID()), new PersonId(UUID.randomUUID()), on, sex);
    }

    /** The same return in a later version, with another sex. */
    public static ReturnFact.Amended amended(ReturnFact.Registered was, int version, Sex sex) {
        return new ReturnFact.Amended(
                was.caseId(),
                was.institution(),
                Instant.now(),
                version,
                was.personId(),
                was.returnedOn(),
                was.receptionPoint(),
                was.nationality(),
                was.returnedFrom(),
                was.will(),
                was.assistance(),
                was.legalBasis(),
                was.transport(),
                was.ageGroup(),
                sex,
                was.household(),
                was.profiles(),
                was.languages(),
                was.causes(),
                was.needs(),
                was.skills(),
                was.destination(),
                was.priorReturns());
    }

    /** The same in the name of another institution. */
    public static ReturnFact.Amended by(String institution, ReturnFact.Amended was) {
        ObjectNode json = Json.mapper().valueToTree(was);
        return Json.read(json.put("institution", institution).toString(), ReturnFact.Amended.class);
    }

    /** From gtm-igm to mex-stps, to be answered within ten days. */
    public static ReferralFact.Issued issued(ReferralId id, CaseId caseId, Instant at) {
        return new ReferralFact.Issued(
                id,
                caseId,
                IGM,
                at,
                null,
                new OfferId("mex-empleo"),
                new Party(new NodeId("gtm"), IGM),
                new Party(new NodeId("mex"), STPS),
                new Need(Dimension.ECONOMIC, "employment", Priority.NORMAL),
                Priority.NORMAL,
                at.plus(Duration.ofDays(10)),
                new ConsentId(UUID.randomUUID()),
                new DossierId(UUID.randomUUID()));
    }

    public static ReferralFact.Delivered delivered(ReferralFact.Issued issued, Instant at) {
        return new ReferralFact.Delivered(
                issued.referralId(),
                issued.caseId(),
                STPS,
                at,
                ServiceOutcome.COMPLETED,
                Level.INDIVIDUAL,
                Dimension.ECONOMIC,
                "employment");
    }

    public static ReferralFact.Accepted accepted(ReferralFact.Issued issued, Instant at) {
        return new ReferralFact.Accepted(issued.referralId(), issued.caseId(), STPS, at);
    }

    public static FollowUpFact.Planned planned(FollowUpId id, CaseId caseId, LocalDate dueOn) {
        return new FollowUpFact.Planned(caseId, IGM, Instant.now(), id, FollowUpKind.VISIT, dueOn);
    }

    public static FollowUpFact.Completed completed(FollowUpFact.Planned plan) {
        return new FollowUpFact.Completed(
                plan.caseId(), IGM, Instant.now(), plan.followUpId(), VisitOutcome.REACHED, null, null, List.of());
    }
}
