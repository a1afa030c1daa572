package org.puente.reception.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.puente.contracts.CaseId;
import org.puente.contracts.ClosureReason;
import org.puente.contracts.Envelope;
import org.puente.contracts.Fact;
import org.puente.contracts.FactType;
import org.puente.contracts.FailureReason;
import org.puente.contracts.FollowUpFact;
import org.puente.contracts.FollowUpId;
import org.puente.contracts.NodeId;
import org.puente.contracts.ReferralFact;
import org.puente.contracts.ReferralNote;
import org.puente.contracts.ReferralStatus;
import org.puente.contracts.Side;
import org.puente.contracts.Source;
import org.puente.contracts.Stream;
import org.puente.contracts.Topic;
import org.puente.platform.inbox.Received;
import org.puente.platform.json.Json;

class CaseTimelineTest {
    private static final Instant NOW = Instant.now().plus(Duration.ofDays(1));
    private static final LocalDate SPRING = LocalDate.of(2025, 4, 1);
    private static final LocalDate SUMMER = LocalDate.of(2025, 7, 1);

    private final CaseId caseId = new CaseId(UUID.randomUUID());
    private final ReferralFact.Issued issued = CaseFactSamples.issued(caseId, CaseFactSamples.EMPLOYMENT);

    @ParameterizedTest
    @EnumSource(ReferralStatus.class)
    void followsEveryStepOfAReferral(ReferralStatus status) {
        CaseTimeline timeline = timeline(List.of(own(issued), published(status)));

        assertThat(timeline.referrals()).singleElement().extracting("status").isEqualTo(status);
    }

    @RepeatedTest(50)
    void isTheSameInWhateverOrderAndHoweverOftenAFactArrives(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        FollowUpFact.Planned first = CaseFactSamples.planned(caseId, SPRING);
        List<StoredCaseFact> facts = new ArrayList<>(List.of(own(issued), own(first)));
        facts.add(own(CaseFactSamples.completed(first)));
        facts.add(own(CaseFactSamples.planned(caseId, SUMMER)));
        Arrays.stream(ReferralStatus.values())
                .filter(step -> random.nextBoolean())
                .forEach(step -> facts.add(published(step)));
        CaseTimeline timeline = timeline(facts);
        facts.addAll(List.copyOf(facts));
        Collections.shuffle(facts, random);

        assertThat(timeline(facts)).isEqualTo(timeline);
    }

    @ParameterizedTest
    @ValueSource(strings = {"+58887-01-01T00:00:00Z", "+1000000000-12-31T23:59:59Z", "0205-01-01T00:00:00Z"})
    void showsNoAppointmentThatNobodyCanMean(String at) {
        StoredCaseFact.Step scheduled = new StoredCaseFact.Step(
                issued.referralId(), UUID.randomUUID(), ReferralStatus.SCHEDULED, issued.to(), issued.occurredAt(), at);

        assertThat(CaseTimeline.of(List.of(own(issued), scheduled), NOW).referrals())
                .singleElement()
                .extracting("appointment")
                .isNull();
    }

    @Test
    void showsNothingOfAReferralBeforeItsIssueIsKnown() {
        assertThat(timeline(List.of(published(ReferralStatus.ACCEPTED))).referrals())
                .isEmpty();
    }

    @Test
    void believesNobodyWhoIsAtNoEndOfTheReferral() {
        StoredCaseFact forged =
                stored(CaseFactSamples.step(issued, ReferralStatus.ACCEPTED), new NodeId("hnd"), CaseFactSamples.GTM);

        assertThat(timeline(List.of(own(issued), forged)).referrals())
                .singleElement()
                .extracting("status")
                .isEqualTo(ReferralStatus.ISSUED);
    }

    @Test
    void showsTheAppointmentThatStands() {
        Instant appointment = Instant.parse("2099-12-01T15:00:00Z");
        CaseTimeline timeline = timeline(List.of(own(issued), published(ReferralStatus.SCHEDULED)));

        assertThat(timeline.referrals().getFirst().appointment()).isEqualTo(appointment);
        assertThat(timeline(List.of(
                                own(issued), published(ReferralStatus.SCHEDULED), published(ReferralStatus.STARTED)))
                        .referrals()
                        .getFirst()
                        .appointment())
                .isNull();
    }

    @Test
    void showsTheLastPlaceInTheWaitingListAsItsOwnNodePublishesItWhileThePersonWaits() {
        StoredCaseFact waits = published(ReferralStatus.WAITLISTED);
        StoredCaseFact last = queued(CaseFactSamples.MEX, 1, 2);
        StoredCaseFact first = queued(CaseFactSamples.MEX, 0, 3);
        StoredCaseFact forged = queued(new NodeId("hnd"), 9, 9);

        assertThat(positions(List.of(own(issued), waits, last, first, forged))).containsExactly(2);
        assertThat(positions(List.of(own(issued), waits, last, published(ReferralStatus.ACCEPTED))))
                .containsExactly((Integer) null);
    }

    @ParameterizedTest
    @MethodSource("anyTimes")
    void nobodySeesThatTheyMissedAnAppointmentThatIsToCome(Instant at) {
        StoredCaseFact missed = stored(CaseFactSamples.missed(issued, at), CaseFactSamples.MEX, CaseFactSamples.GTM);
        CaseTimeline timeline = timeline(List.of(own(issued), published(ReferralStatus.SCHEDULED), missed));

        assertThat(timeline.referrals().getFirst().status()).isEqualTo(ReferralStatus.SCHEDULED);
        assertThat(timeline.referrals().getFirst().appointment()).isEqualTo(Instant.parse("2099-12-01T15:00:00Z"));
    }

    @ParameterizedTest
    @MethodSource("anyTimes")
    void nobodySeesThatItFailedForThemBeforeTheAppointment(Instant at) {
        ReferralFact.Failed failed =
                new ReferralFact.Failed(issued.referralId(), caseId, CaseFactSamples.STPS, at, FailureReason.NO_SHOW);
        CaseTimeline timeline = timeline(List.of(
                own(issued),
                published(ReferralStatus.SCHEDULED),
                stored(failed, CaseFactSamples.MEX, CaseFactSamples.GTM)));

        assertThat(timeline.referrals().getFirst().status()).isEqualTo(ReferralStatus.SCHEDULED);
    }

    private static List<Instant> anyTimes() {
        return List.of(NOW.minusSeconds(60), Instant.parse("2099-12-01T15:00:01Z"));
    }

    @Test
    void aMissedAppointmentIsShownOnceItsTimeIsOver() {
        Instant appointment = NOW.minusSeconds(60);
        StoredCaseFact scheduled =
                stored(CaseFactSamples.scheduled(issued, appointment), CaseFactSamples.MEX, CaseFactSamples.GTM);
        StoredCaseFact missed =
                stored(CaseFactSamples.missed(issued, appointment), CaseFactSamples.MEX, CaseFactSamples.GTM);

        assertThat(timeline(List.of(own(issued), scheduled, missed))
                        .referrals()
                        .getFirst()
                        .status())
                .isEqualTo(ReferralStatus.MISSED);
    }

    /** Which of them stands for both ends, stands here too, wherever a set has it. */
    @RepeatedTest(20)
    void ofTwoAppointmentsMadeAtOneTimeTheOneThatStandsDecidesWhetherItWasMissed(RepetitionInfo repetition) {
        Instant past = NOW.minusSeconds(60).truncatedTo(ChronoUnit.SECONDS);
        Instant toCome = Instant.parse("2099-12-01T15:00:00Z");
        Random random = new Random(repetition.getCurrentRepetition());
        StoredCaseFact.Step first = scheduled(new UUID(random.nextLong() & Long.MAX_VALUE >>> 1, 1), past);
        StoredCaseFact.Step second = scheduled(new UUID(random.nextLong() | Long.MIN_VALUE, 1), toCome);
        StoredCaseFact missed = stored(CaseFactSamples.missed(issued, past), CaseFactSamples.MEX, CaseFactSamples.GTM);
        CaseTimeline timeline = timeline(List.of(own(issued), first, second, missed));

        assertThat(timeline.referrals().getFirst().appointment()).isEqualTo(toCome);
    }

    private StoredCaseFact.Step scheduled(UUID id, Instant appointment) {
        return new StoredCaseFact.Step(
                issued.referralId(),
                id,
                ReferralStatus.SCHEDULED,
                issued.to(),
                issued.occurredAt(),
                appointment.toString());
    }

    private StoredCaseFact queued(NodeId speaker, int minute, int position) {
        Instant at = Instant.parse("2025-01-02T12:00:00Z").plus(Duration.ofMinutes(minute));
        return stored(
                new ReferralNote.Queued(issued.referralId(), caseId, CaseFactSamples.STPS, at, position),
                speaker,
                CaseFactSamples.GTM);
    }

    private static List<Integer> positions(List<StoredCaseFact> facts) {
        return timeline(facts).referrals().stream()
                .map(CaseTimeline.Referral::position)
                .toList();
    }

    @Test
    void putsWhatIsNotOverFirst() {
        ReferralFact.Issued other = CaseFactSamples.issued(caseId, CaseFactSamples.SHELTER);
        CaseTimeline timeline = timeline(List.of(own(issued), published(ReferralStatus.DECLINED), own(other)));

        assertThat(timeline.referrals())
                .extracting(CaseTimeline.Referral::issued)
                .containsExactly(other, issued);
    }

    @Test
    void namesTheFirstFollowUpThatIsNotOver() {
        FollowUpFact.Planned spring = CaseFactSamples.planned(caseId, SPRING);
        FollowUpFact.Planned summer = CaseFactSamples.planned(caseId, SUMMER);

        assertThat(timeline(List.of(own(summer), own(spring))).nextFollowUp()).isEqualTo(SPRING);
        assertThat(timeline(List.of(own(CaseFactSamples.completed(spring)), own(summer), own(spring)))
                        .nextFollowUp())
                .isEqualTo(SUMMER);
    }

    @Test
    void namesTheDayToWhichAFollowUpWasMovedLast() {
        FollowUpId id = new FollowUpId(UUID.randomUUID());
        Instant at = Instant.now();
        StoredCaseFact later = own(CaseFactSamples.planned(caseId, id, at, SUMMER));
        StoredCaseFact earlier = own(CaseFactSamples.planned(caseId, id, at.minusSeconds(60), SPRING));

        assertThat(timeline(List.of(later, earlier)).nextFollowUp()).isEqualTo(SUMMER);
    }

    @Test
    void expectsNoFollowUpOfACaseThatWasClosedUnlessItIsPlannedAnew() {
        Instant at = Instant.now();
        FollowUpId id = new FollowUpId(UUID.randomUUID());
        StoredCaseFact planned = own(CaseFactSamples.planned(caseId, id, at, SPRING));
        StoredCaseFact closed =
                own(new FollowUpFact.CaseClosed(caseId, CaseFactSamples.IGM, at.plusSeconds(1), ClosureReason.REFUSED));
        StoredCaseFact again = own(CaseFactSamples.planned(caseId, id, at.plus(Duration.ofDays(1)), SUMMER));

        assertThat(timeline(List.of(planned, closed)).nextFollowUp()).isNull();
        assertThat(timeline(List.of(again, planned, closed)).nextFollowUp()).isEqualTo(SUMMER);
    }

    private static CaseTimeline timeline(Collection<StoredCaseFact> facts) {
        return CaseTimeline.of(facts, NOW);
    }

    private StoredCaseFact published(ReferralStatus status) {
        boolean issuer = status.sides().contains(Side.ISSUER);
        return stored(
                CaseFactSamples.step(issued, status),
                issuer ? CaseFactSamples.GTM : CaseFactSamples.MEX,
                issuer ? CaseFactSamples.MEX : CaseFactSamples.GTM);
    }

    private static StoredCaseFact own(Fact fact) {
        return stored(fact, CaseFactSamples.GTM, CaseFactSamples.MEX);
    }

    /** As it is after a night in the database. */
    private static StoredCaseFact stored(Fact fact, NodeId from, NodeId to) {
        FactType type = FactType.of(fact);
        UUID id = UUID.nameUUIDFromBytes(fact.toString().getBytes());
        Received received = new Received(
                new Topic(from, type.stream(), type.stream() == Stream.REFERRALS ? to : null),
                new Envelope(id, new Source(from, "referral"), type, fact.subject(), Instant.now(), null),
                Optional.of(fact));
        return Json.read(
                Json.write(StoredCaseFact.of(received, CaseFactSamples.GTM).orElseThrow()), StoredCaseFact.class);
    }
}
