package org.puente.bench;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import org.puente.contracts.AgeGroup;
import org.puente.contracts.Assistance;
import org.puente.contracts.CaseId;
import org.puente.contracts.Cause;
import org.puente.contracts.ClosureReason;
import org.puente.contracts.ConsentGiver;
import org.puente.contracts.ConsentId;
import org.puente.contracts.ConsentPurpose;
import org.puente.contracts.DeclineReason;
import org.puente.contracts.Destination;
import org.puente.contracts.Dimension;
import org.puente.contracts.DossierId;
import org.puente.contracts.Fact;
import org.puente.contracts.FollowUpFact;
import org.puente.contracts.FollowUpId;
import org.puente.contracts.FollowUpKind;
import org.puente.contracts.Household;
import org.puente.contracts.HouseholdId;
import org.puente.contracts.InstitutionId;
import org.puente.contracts.Instrument;
import org.puente.contracts.LegalBasis;
import org.puente.contracts.Level;
import org.puente.contracts.Need;
import org.puente.contracts.NodeId;
import org.puente.contracts.OfferId;
import org.puente.contracts.Party;
import org.puente.contracts.PersonId;
import org.puente.contracts.Priority;
import org.puente.contracts.Profile;
import org.puente.contracts.ReceptionPointId;
import org.puente.contracts.ReferralFact;
import org.puente.contracts.ReferralId;
import org.puente.contracts.ReturnFact;
import org.puente.contracts.Scores;
import org.puente.contracts.ServiceOutcome;
import org.puente.contracts.Sex;
import org.puente.contracts.Transport;
import org.puente.contracts.TransportMode;
import org.puente.contracts.VisitOutcome;
import org.puente.contracts.Will;
import org.puente.platform.ids.Ids;

/**
 * What the nodes publish of one person from the return to the last visit, some 25 facts in their order:
 * registration, consent, corrections, a plan of visits, one to three referrals with their answers,
 * the visits.
 */
final class Life {
    private final Random random;
    private final Queue<NodeFact> facts = new ArrayDeque<>();
    private final NodeId home;
    private final String country;
    private final InstitutionId reception;
    private final CaseId caseId = new CaseId(Ids.next());
    private final ConsentId consentId = new ConsentId(Ids.next());
    private Instant now;

    Life(Random random) {
        this.random = random;
        int node = random.nextInt(Samples.NODES.size());
        home = new NodeId(Samples.NODES.get(node));
        country = Samples.COUNTRIES.get(node);
        reception = new InstitutionId(Samples.NODES.get(node) + "-reception");
        now = Instant.parse("2026-01-05T12:00:00Z").plusSeconds(random.nextInt(20_000_000));
        arrive();
        List<FollowUpId> visits = plan();
        for (int i = 0; i <= random.nextInt(3); i++) {
            refer(new NodeId(random.nextInt(5) == 0 ? any(Samples.NODES) : home.value()));
        }
        visits.forEach(this::visit);
        if (random.nextInt(3) == 0) {
            publish(new FollowUpFact.CaseClosed(caseId, reception, now, ClosureReason.REINTEGRATED));
        }
    }

    /** The next fact of this person; null at the end. */
    NodeFact next() {
        return facts.poll();
    }

    private void arrive() {
        ReturnFact.Registered known = registered();
        publish(known);
        publish(new ReturnFact.ConsentRecorded(
                consentId,
                caseId,
                reception,
                now,
                List.of(ConsentPurpose.values()),
                List.of("region"),
                ConsentGiver.SELF,
                null));
        if (random.nextInt(5) < 2) {
            publish(amended(known));
        }
    }

    private ReturnFact.Registered registered() {
        return new ReturnFact.Registered(
                caseId,
                reception,
                now,
                1,
                new PersonId(Ids.next()),
                LocalDate.ofInstant(now, ZoneOffset.UTC),
                new ReceptionPointId(home + "-airport"),
                country,
                "USA",
                any(Will.values()),
                any(Assistance.values()),
                any(LegalBasis.values()),
                new Transport(TransportMode.AIR, "CH-" + random.nextInt(900)),
                any(AgeGroup.values()),
                any(Sex.values()),
                random.nextInt(3) == 0 ? new Household(new HouseholdId(Ids.next()), 1 + random.nextInt(5)) : null,
                random.nextInt(4) == 0 ? List.of(any(Profile.values())) : List.of(),
                List.of("spa"),
                List.of(any(Cause.values())),
                List.of(need(), need()),
                List.of("construction"),
                new Destination(country, null),
                random.nextInt(3));
    }

    private ReturnFact.Amended amended(ReturnFact.Registered known) {
        return new ReturnFact.Amended(
                caseId,
                reception,
                now,
                2,
                known.personId(),
                known.returnedOn(),
                known.receptionPoint(),
                known.nationality(),
                known.returnedFrom(),
                known.will(),
                known.assistance(),
                known.legalBasis(),
                known.transport(),
                known.ageGroup(),
                known.sex(),
                known.household(),
                known.profiles(),
                known.languages(),
                known.causes(),
                List.of(need()),
                known.skills(),
                known.destination(),
                known.priorReturns());
    }

    private List<FollowUpId> plan() {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        return List.of(30, 90, 180, 365).stream()
                .map(days -> {
                    FollowUpId id = new FollowUpId(Ids.next());
                    FollowUpKind kind = days == 30 ? FollowUpKind.PLAN : FollowUpKind.VISIT;
                    publish(new FollowUpFact.Planned(caseId, reception, now, id, kind, today.plusDays(days)));
                    return id;
                })
                .toList();
    }

    private void refer(NodeId to) {
        ReferralId id = new ReferralId(Ids.next());
        InstitutionId recipient = new InstitutionId(to + "-service-" + random.nextInt(9));
        publish(
                to,
                new ReferralFact.Issued(
                        id,
                        caseId,
                        reception,
                        now,
                        null,
                        new OfferId(recipient + "-offer"),
                        new Party(home, reception),
                        new Party(to, recipient),
                        need(),
                        Priority.NORMAL,
                        now.plus(Duration.ofDays(14)),
                        consentId,
                        new DossierId(Ids.next())));
        answer(to, new ReferralFact.Acknowledged(id, caseId, recipient, now));
        switch (random.nextInt(8)) {
            case 0 -> answer(to, new ReferralFact.Declined(id, caseId, recipient, now, any(DeclineReason.values())));
            case 1 -> publish(to, new ReferralFact.Expired(id, caseId, reception, now));
            default -> serve(to, id, recipient);
        }
    }

    private void serve(NodeId to, ReferralId id, InstitutionId recipient) {
        if (random.nextInt(6) == 0) {
            answer(to, new ReferralFact.Waitlisted(id, caseId, recipient, now));
        }
        answer(to, new ReferralFact.Accepted(id, caseId, recipient, now));
        Instant appointment = now.plus(Duration.ofDays(3));
        answer(to, new ReferralFact.Scheduled(id, caseId, recipient, now, appointment));
        answer(to, new ReferralFact.Started(id, caseId, recipient, now));
        answer(
                to,
                new ReferralFact.Delivered(
                        id,
                        caseId,
                        recipient,
                        now,
                        ServiceOutcome.COMPLETED,
                        Level.INDIVIDUAL,
                        any(Dimension.values()),
                        "employment"));
    }

    private void visit(FollowUpId id) {
        publish(new FollowUpFact.Due(caseId, reception, now, id));
        publish(
                random.nextInt(5) == 0
                        ? new FollowUpFact.Missed(caseId, reception, now, id)
                        : new FollowUpFact.Completed(
                                caseId,
                                reception,
                                now,
                                id,
                                VisitOutcome.REACHED,
                                new Instrument("puente-baseline-1", 1),
                                new Scores(.5, .75, random.nextInt(9) / 8.0, .625),
                                List.of(need())));
    }

    private Need need() {
        return new Need(any(Dimension.values()), "employment", any(Priority.values()));
    }

    private void publish(Fact fact) {
        publish(null, fact);
    }

    private void publish(NodeId to, Fact fact) {
        publish(home, to, fact);
    }

    private void answer(NodeId from, Fact fact) {
        publish(from, home, fact);
    }

    private void publish(NodeId by, NodeId to, Fact fact) {
        facts.add(NodeFact.by(by, to, fact, now));
        now = now.plusSeconds(3_600L + random.nextInt(400_000));
    }

    private <T> T any(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private <T> T any(T[] values) {
        return any(List.of(values));
    }
}
