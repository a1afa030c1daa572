package org.puente.reporting.referrals;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.puente.contracts.CancellationReason;
import org.puente.contracts.CaseId;
import org.puente.contracts.Envelope;
import org.puente.contracts.Fact;
import org.puente.contracts.FactType;
import org.puente.contracts.InstitutionId;
import org.puente.contracts.NodeId;
import org.puente.contracts.OfferId;
import org.puente.contracts.Party;
import org.puente.contracts.ReferralFact;
import org.puente.contracts.ReferralId;
import org.puente.contracts.ReferralStatus;
import org.puente.contracts.Source;
import org.puente.contracts.Topic;
import org.puente.reporting.Region;
import org.puente.reporting.Samples;
import org.puente.reporting.Taken;

/** A node, Mexico here, that publishes about referrals what it has no right to publish. */
class HostileReferralRowTest {
    private static final ZoneId CALENDAR = ZoneId.of("America/Guatemala");
    private static final Instant NOON = Instant.parse("2025-01-03T12:00:00Z");

    private final ReferralFact.Issued truth =
            Samples.issued(new ReferralId(UUID.randomUUID()), new CaseId(UUID.randomUUID()), NOON);

    private static List<ReferralRow> rows(Region.Record... records) {
        return Referrals.gather(Taken.in(Arrays.asList(records))).values().stream()
                .flatMap(known -> Stream.concat(
                        Stream.of(ReferralRow.of(known, CALENDAR)), ReferralRow.ofOtherIssue(known, CALENDAR).stream()))
                .toList();
    }

    private static ReferralRow of(String issuer, List<ReferralRow> rows) {
        return rows.stream()
                .filter(row -> issuer.equals(row.fromNode()))
                .findFirst()
                .orElseThrow();
    }

    /** The recipient of a referral knows its id, and may publish that it was before. */
    private ReferralFact.Issued turnedRound() {
        return new ReferralFact.Issued(
                truth.referralId(),
                truth.caseId(),
                Samples.STPS,
                NOON.minus(Duration.ofDays(300)),
                null,
                new OfferId("gtm-x"),
                truth.to(),
                truth.from(),
                truth.need(),
                truth.priority(),
                truth.answerBy(),
                truth.consentId(),
                truth.dossierId());
    }

    private ReferralFact.Cancelled cancelled() {
        return new ReferralFact.Cancelled(
                truth.referralId(), truth.caseId(), Samples.IGM, NOON.plusSeconds(60), CancellationReason.DUPLICATE);
    }

    private static Region.Record under(UUID id, String node, String to, Fact fact) {
        FactType type = FactType.of(fact);
        return new Region.Record(
                new Topic(new NodeId(node), type.stream(), new NodeId(to)),
                new Envelope(id, new Source(new NodeId(node), "test"), type, fact.subject(), Instant.now(), null),
                fact);
    }

    @Test
    void whoIssuesUnderTheIdOfWhatItReceivedTakesNothingOver() {
        Region.Record[] records = {
            Region.record("mex", "gtm", turnedRound()),
            Region.record("gtm", "mex", truth),
            Region.record("mex", "gtm", Samples.accepted(truth, NOON.plusSeconds(60)))
        };
        assertThat(rows(records)).hasSize(2);
        assertThat(of("gtm", rows(records)).status()).isEqualTo(ReferralStatus.ACCEPTED);
        assertThat(of("gtm", rows(records)).toInstitution()).isEqualTo("mex-stps");
        assertThat(of("mex", rows(records)).status()).isEqualTo(ReferralStatus.ISSUED);
    }

    @Test
    void theTwoAreDistinguishedUnderWhateverKey() {
        List<ReferralRow> rows = rows(Region.record("gtm", "mex", truth), Region.record("mex", "gtm", turnedRound()));
        assertThat(rows.stream().map(row -> row.referralId() + row.ends()).distinct())
                .hasSize(2);
    }

    @Test
    void aThirdNodeUnderTheSameIdChangesNothing() {
        List<ReferralRow> rows = rows(
                Region.record("hnd", "gtm", Samples.accepted(truth, NOON.plusSeconds(1))),
                Region.record("gtm", "mex", truth),
                Region.record("hnd", "mex", truth));
        assertThat(of("gtm", rows).status()).isEqualTo(ReferralStatus.ISSUED);
        assertThat(rows.stream().filter(row -> row.status() != null)).hasSize(1);
    }

    @Test
    void nobodyTakesBackAnothersFactByItsId() {
        UUID id = UUID.randomUUID();
        List<ReferralRow> rows = rows(
                Region.record("gtm", "mex", truth),
                under(id, "gtm", "mex", cancelled()),
                under(
                        id,
                        "mex",
                        "gtm",
                        new ReferralFact.Acknowledged(
                                truth.referralId(), truth.caseId(), Samples.STPS, NOON.plusSeconds(1))));
        assertThat(of("gtm", rows).status()).isEqualTo(ReferralStatus.CANCELLED);
    }

    /** What is known of a referral is read and written whole at each of its facts. */
    @Test
    void whoPublishesStepsWithoutEndFillsOnlyItsOwnPart() {
        Stream<Region.Record> endless =
                Stream.generate(() -> Region.record("mex", "gtm", Samples.accepted(truth, NOON)));
        List<Region.Record> records = Stream.concat(
                        endless.limit(1_000),
                        Stream.of(Region.record("gtm", "mex", truth), Region.record("gtm", "mex", cancelled())))
                .toList();

        ReferralFacts known =
                Referrals.gather(Taken.in(records)).values().iterator().next();

        assertThat(known.steps()).hasSize(500 + 1);
    }

    @Test
    void nobodyAnswersInTheNameOfAnothersInstitution() {
        ReferralFact.Accepted posing =
                new ReferralFact.Accepted(truth.referralId(), truth.caseId(), Samples.IGM, NOON.plusSeconds(1));
        List<ReferralRow> rows = rows(Region.record("gtm", "mex", truth), Region.record("mex", "gtm", posing));
        assertThat(of("gtm", rows).answeredAt()).isNull();
    }

    @Test
    void nobodyIssuesInTheNameOfAnothersInstitution() {
        ReferralFact.Issued posing = new ReferralFact.Issued(
                truth.referralId(),
                truth.caseId(),
                Samples.IGM,
                NOON,
                null,
                new OfferId("gtm-x"),
                new Party(new NodeId("mex"), Samples.IGM),
                new Party(new NodeId("gtm"), new InstitutionId("gtm-mintrab")),
                truth.need(),
                truth.priority(),
                truth.answerBy(),
                truth.consentId(),
                truth.dossierId());
        assertThat(rows(Region.record("mex", "gtm", posing)).getFirst().status())
                .isNull();
    }

    /** Its own node puts such a step aside, so a figure that counted it would be another. */
    @Test
    void whatIsPublishedOfAnotherCaseIsNoStepOfThisReferral() {
        ReferralFact.Accepted ofAnother = new ReferralFact.Accepted(
                truth.referralId(), new CaseId(UUID.randomUUID()), Samples.STPS, NOON.plusSeconds(1));
        List<ReferralRow> rows = rows(Region.record("gtm", "mex", truth), Region.record("mex", "gtm", ofAnother));
        assertThat(of("gtm", rows).status()).isEqualTo(ReferralStatus.ISSUED);
    }

    @Test
    void nobodyHasMissedAnAppointmentThatWasToCome() {
        List<ReferralRow> rows = rows(
                Region.record("gtm", "mex", truth),
                Region.record("mex", "gtm", Samples.accepted(truth, NOON.plusSeconds(1))),
                Region.record(
                        "mex",
                        "gtm",
                        new ReferralFact.Scheduled(
                                truth.referralId(),
                                truth.caseId(),
                                Samples.STPS,
                                NOON.plusSeconds(2),
                                NOON.plus(Duration.ofDays(1)))),
                Region.record(
                        "mex",
                        "gtm",
                        new ReferralFact.Missed(
                                truth.referralId(), truth.caseId(), Samples.STPS, NOON.plusSeconds(3))));
        assertThat(of("gtm", rows).status()).isEqualTo(ReferralStatus.SCHEDULED);
    }
}
