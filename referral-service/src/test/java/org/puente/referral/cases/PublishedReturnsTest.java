package org.puente.referral.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.puente.contracts.CaseId;
import org.puente.contracts.DossierFact;
import org.puente.contracts.Envelope;
import org.puente.contracts.Fact;
import org.puente.contracts.FactType;
import org.puente.contracts.NodeId;
import org.puente.contracts.ReturnFact;
import org.puente.contracts.Source;
import org.puente.contracts.Topic;
import org.puente.platform.inbox.Received;
import org.puente.referral.RegionFacts;

class PublishedReturnsTest {
    private static final NodeId GTM = new NodeId("gtm");

    private final CaseId ana = new CaseId(UUID.randomUUID());
    private final CaseId eva = new CaseId(UUID.randomUUID());
    private final ReturnFact first = RegionFacts.registered(ana);
    private final ReturnFact.ConsentRecorded consent = RegionFacts.consent(ana, "region");
    private final ReturnFact second = RegionFacts.registered(eva);

    private static List<List<Fact>> runs(Fact... facts) {
        List<Received> batch =
                List.of(facts).stream().map(PublishedReturnsTest::received).toList();
        return PublishedReturns.runs(batch).stream()
                .map(run -> run.stream()
                        .map(received -> received.fact().orElseThrow())
                        .toList())
                .toList();
    }

    private static Received received(Fact fact) {
        FactType type = FactType.of(fact);
        Envelope envelope = new Envelope(
                UUID.randomUUID(), new Source(GTM, "reception"), type, fact.subject(), Instant.now(), null);
        return new Received(
                new Topic(GTM, type.stream(), type.stream().addressed() ? GTM : null), envelope, Optional.of(fact));
    }

    @Test
    void casesAndConsentsOfABatchAreKeptTogether() {
        assertThat(runs(first, consent, second)).containsExactly(List.of(first, consent, second));
    }

    @Test
    void aDossierDoesNotPartThem() {
        DossierFact.Sealed dossier =
                RegionFacts.sealed(ana, "gtm", RegionFacts.person("Ana"), RegionFacts.key("of-ana"));
        assertThat(runs(first, dossier, second)).containsExactly(List.of(first, second), List.of(dossier));
    }

    @Test
    void aSecondStateOfACaseComesAfterTheFirst() {
        ReturnFact amended = RegionFacts.amended(ana);
        assertThat(runs(first, amended, second)).containsExactly(List.of(first), List.of(amended, second));
    }

    @Test
    void aConsentThatIsRecordedAgainComesAfterTheFirst() {
        assertThat(runs(consent, consent)).containsExactly(List.of(consent), List.of(consent));
    }

    @Test
    void whatComesAfterTheEndOfAConsentIsKeptAfterIt() {
        ReturnFact end = RegionFacts.withdrawn(consent);
        assertThat(runs(consent, end, second)).containsExactly(List.of(consent), List.of(end), List.of(second));
    }

    @Test
    void whatComesAfterAnErasureIsKeptAfterIt() {
        ReturnFact erased = new ReturnFact.Erased(ana, RegionFacts.RECEPTION, Instant.now());
        assertThat(runs(first, erased, second)).containsExactly(List.of(first), List.of(erased), List.of(second));
    }
}
