package org.puente.platform.waiting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.puente.contracts.CaseId;
import org.puente.contracts.DossierFact;
import org.puente.contracts.DossierId;
import org.puente.contracts.Envelope;
import org.puente.contracts.Fact;
import org.puente.contracts.FactType;
import org.puente.contracts.InstitutionId;
import org.puente.contracts.NodeId;
import org.puente.contracts.ReferralFact;
import org.puente.contracts.ReferralId;
import org.puente.contracts.Source;
import org.puente.contracts.Topic;
import org.puente.platform.ids.Ids;
import org.puente.platform.inbox.Received;

class FactArrivalsTest {
    private static final NodeId GTM = new NodeId("gtm");
    private static final InstitutionId RECEPTION = new InstitutionId("gtm-igm");

    private final FactArrivals arrivals = new FactArrivals();
    private final AtomicInteger woken = new AtomicInteger();
    private final CaseId caseId = new CaseId(Ids.next());
    private final ReferralId referral = new ReferralId(Ids.next());

    @Test
    void aFactWakesWhoWaitsForItsSubject() {
        arrivals.add(referral.toString(), woken::incrementAndGet);
        arrivals.came(List.of(received(step())));
        assertThat(woken).hasValue(1);
    }

    @Test
    void severalFactsOfOneBatchWakeOnce() {
        arrivals.add(referral.toString(), woken::incrementAndGet);
        arrivals.came(List.of(received(step()), received(step())));
        assertThat(woken).hasValue(1);
    }

    @Test
    void aDossierWakesWhoWaitsForItsCase() {
        arrivals.add(caseId.toString(), woken::incrementAndGet);
        arrivals.came(List.of(received(dossier(null, caseId))));
        assertThat(woken).hasValue(1);
    }

    @Test
    void aDossierWakesWhoWaitsForItsReferral() {
        arrivals.add(referral.toString(), woken::incrementAndGet);
        arrivals.came(List.of(received(dossier(referral, null))));
        assertThat(woken).hasValue(1);
    }

    @Test
    void factsOfOthersWakeNobody() {
        arrivals.add(Ids.next().toString(), woken::incrementAndGet);
        arrivals.came(List.of(received(step())));
        assertThat(woken).hasValue(0);
    }

    @Test
    void whoWaitsNoLongerIsNotWoken() {
        Runnable listener = woken::incrementAndGet;
        arrivals.add(referral.toString(), listener);
        arrivals.remove(referral.toString(), listener);
        arrivals.came(List.of(received(step())));
        assertThat(woken).hasValue(0);
    }

    private ReferralFact step() {
        return new ReferralFact.Accepted(referral, caseId, RECEPTION, Instant.now());
    }

    private static DossierFact dossier(ReferralId referral, CaseId caseId) {
        return new DossierFact.Sealed(
                new DossierId(Ids.next()), referral, caseId, RECEPTION, Instant.now(), GTM, "key", "a.b.c.d.e");
    }

    private static Received received(Fact fact) {
        FactType type = FactType.of(fact);
        Envelope envelope = new Envelope(
                UUID.randomUUID(), new Source(GTM, "reception"), type, fact.subject(), Instant.now(), null);
        return new Received(new Topic(GTM, type.stream(), GTM), envelope, Optional.of(fact));
    }
}
