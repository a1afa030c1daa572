package org.puente.referral.referrals;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.puente.contracts.CancellationReason;
import org.puente.contracts.CaseId;
import org.puente.contracts.ConsentId;
import org.puente.contracts.Decision;
import org.puente.contracts.DeclineReason;
import org.puente.contracts.Dimension;
import org.puente.contracts.DossierId;
import org.puente.contracts.FailureReason;
import org.puente.contracts.InstitutionId;
import org.puente.contracts.Level;
import org.puente.contracts.NodeId;
import org.puente.contracts.OfferId;
import org.puente.contracts.Party;
import org.puente.contracts.Priority;
import org.puente.contracts.ReferralFact;
import org.puente.contracts.ReferralId;
import org.puente.contracts.ReferralStatus;
import org.puente.contracts.ServiceOutcome;
import org.puente.contracts.Side;
import org.puente.contracts.WithdrawalReason;
import org.puente.referral.RegionFacts;

/** A referral as its two nodes hold it, and the wire between them. */
final class TwoEnds {
    /** Open at nearly all times: taken as often as others, they would end every history early. */
    private static final Set<ReferralStatus> ENDS = Set.of(ReferralStatus.CANCELLED, ReferralStatus.WITHDRAWN);

    private static final Duration TO_ANSWER = Duration.ofHours(24);
    private static final InstitutionId ISSUER = new InstitutionId("gtm-igm");
    private static final InstitutionId RECIPIENT = new InstitutionId("hnd-work");

    private final Map<Side, Duration> skew = new EnumMap<>(Side.class);
    private final Map<Side, Referral> copies = new EnumMap<>(Side.class);
    private final Map<Side, List<RecordedFact>> underWay = new EnumMap<>(Side.class);
    private final Map<Side, List<RecordedFact>> arrived = new EnumMap<>(Side.class);
    private final Map<Side, List<ReferralStatus>> seen = new EnumMap<>(Side.class);
    private Instant now;

    TwoEnds(Instant start, Duration issuersSkew, Duration recipientsSkew) {
        now = start;
        skew.put(Side.ISSUER, issuersSkew);
        skew.put(Side.RECIPIENT, recipientsSkew);
        Instant issuedAt = clock(Side.ISSUER);
        ReferralFact.Issued issued = new ReferralFact.Issued(
                new ReferralId(UUID.randomUUID()),
                new CaseId(UUID.randomUUID()),
                ISSUER,
                issuedAt,
                null,
                new OfferId("hnd-work"),
                new Party(new NodeId("gtm"), ISSUER),
                new Party(new NodeId("hnd"), RECIPIENT),
                RegionFacts.WORK,
                Priority.EMERGENCY,
                issuedAt.plus(TO_ANSWER),
                new ConsentId(UUID.randomUUID()),
                new DossierId(UUID.randomUUID()));
        UUID id = UUID.randomUUID();
        for (Side side : Side.values()) {
            copies.put(side, Referral.begin(id, issued, issuedAt));
            underWay.put(side, new ArrayList<>());
            arrived.put(side, new ArrayList<>());
            seen.put(side, new ArrayList<>(List.of(status(side))));
        }
    }

    void happens(ReplicasLawsTest.Event event) {
        switch (event) {
            case ReplicasLawsTest.Event.Tries tries -> tries(tries);
            case ReplicasLawsTest.Event.Arrives(Side to, int which) -> {
                List<RecordedFact> waiting = underWay.get(to);
                if (!waiting.isEmpty()) {
                    arrive(to, waiting.remove(which % waiting.size()));
                }
            }
            case ReplicasLawsTest.Event.ComesAgain(Side to, int which) -> {
                List<RecordedFact> known = arrived.get(to);
                if (!known.isEmpty()) {
                    receive(to, known.get(which % known.size()));
                }
            }
            case ReplicasLawsTest.Event.TimePasses(Duration by) -> now = now.plus(by);
        }
    }

    void everythingArrives() {
        for (Side side : Side.values()) {
            List.copyOf(underWay.get(side)).forEach(fact -> arrive(side, fact));
            underWay.get(side).clear();
        }
    }

    ReferralStatus status(Side side) {
        return copies.get(side).status();
    }

    Set<UUID> received(Side side) {
        return copies.get(side).facts().stream().map(RecordedFact::id).collect(Collectors.toSet());
    }

    /** The statuses that each end has seen, in their order. */
    List<List<ReferralStatus>> seen() {
        return List.copyOf(seen.values());
    }

    private void tries(ReplicasLawsTest.Event.Tries tries) {
        now = now.plusMillis(1);
        RecordedFact fact = new RecordedFact(UUID.randomUUID(), tries.side(), fact(tries, step(tries)));
        if (!fact.step().fromRightSide()) {
            return;
        }
        Referral copy = copies.get(tries.side());
        if (copy.history().decide(fact.step()) instanceof Decision.Permitted) {
            copy.record(fact, clock(tries.side()));
            seen.get(tries.side()).add(status(tries.side()));
            underWay.get(other(tries.side())).add(fact);
        }
    }

    private void arrive(Side to, RecordedFact fact) {
        arrived.get(to).add(fact);
        receive(to, fact);
    }

    private void receive(Side to, RecordedFact fact) {
        copies.get(to).record(fact, clock(to));
        seen.get(to).add(status(to));
    }

    private Instant clock(Side side) {
        return now.plus(skew.get(side));
    }

    private static Side other(Side side) {
        return side == Side.ISSUER ? Side.RECIPIENT : Side.ISSUER;
    }

    /** Mostly a step that the end sees as open, as one who reads openSteps would take. */
    private ReferralStatus step(ReplicasLawsTest.Event.Tries tries) {
        boolean mayEnd = tries.variant() % 5 == 0;
        List<ReferralStatus> open = copies.get(tries.side()).openSteps(tries.side(), clock(tries.side())).stream()
                .filter(step -> mayEnd || !ENDS.contains(step))
                .toList();
        return open.isEmpty() || tries.variant() % 4 == 0 ? tries.step() : open.get(tries.variant() % open.size());
    }

    private ReferralFact fact(ReplicasLawsTest.Event.Tries tries, ReferralStatus step) {
        Referral r = copies.get(tries.side());
        InstitutionId by = tries.side() == Side.ISSUER ? ISSUER : RECIPIENT;
        Instant at = clock(tries.side());
        int v = tries.variant();
        return switch (step) {
            case ISSUED -> r.issued();
            case ACKNOWLEDGED -> new ReferralFact.Acknowledged(r.id(), r.caseId(), by, at);
            case EXPIRED -> new ReferralFact.Expired(r.id(), r.caseId(), by, at);
            case WAITLISTED -> new ReferralFact.Waitlisted(r.id(), r.caseId(), by, at);
            case ACCEPTED -> new ReferralFact.Accepted(r.id(), r.caseId(), by, at);
            case SCHEDULED -> new ReferralFact.Scheduled(r.id(), r.caseId(), by, at, now.plus(Duration.ofDays(v)));
            case MISSED -> new ReferralFact.Missed(r.id(), r.caseId(), by, at);
            case STARTED -> new ReferralFact.Started(r.id(), r.caseId(), by, at);
            case DECLINED -> new ReferralFact.Declined(r.id(), r.caseId(), by, at, one(DeclineReason.values(), v));
            case REDIRECTED ->
                new ReferralFact.Redirected(r.id(), r.caseId(), by, at, new OfferId("hnd-other-" + v), null);
            case CANCELLED ->
                new ReferralFact.Cancelled(r.id(), r.caseId(), by, at, one(CancellationReason.values(), v));
            case WITHDRAWN -> new ReferralFact.Withdrawn(r.id(), r.caseId(), by, at, one(WithdrawalReason.values(), v));
            case FAILED -> new ReferralFact.Failed(r.id(), r.caseId(), by, at, one(FailureReason.values(), v));
            case DELIVERED ->
                new ReferralFact.Delivered(
                        r.id(),
                        r.caseId(),
                        by,
                        at,
                        one(ServiceOutcome.values(), v),
                        Level.INDIVIDUAL,
                        Dimension.ECONOMIC,
                        "employment");
        };
    }

    private static <E> E one(E[] all, int which) {
        return all[which % all.length];
    }
}
