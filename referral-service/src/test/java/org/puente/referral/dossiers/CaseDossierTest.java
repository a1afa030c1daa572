package org.puente.referral.dossiers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import javax.sql.DataSource;
import org.jose4j.jwk.JsonWebKey;
import org.junit.jupiter.api.Test;
import org.puente.contracts.CaseId;
import org.puente.contracts.ConsentPurpose;
import org.puente.contracts.DirectoryFact.OfferPublished;
import org.puente.contracts.DossierFact;
import org.puente.contracts.ErasureReason;
import org.puente.contracts.ReturnFact;
import org.puente.platform.sealing.NodeKeys;
import org.puente.platform.sealing.Purpose;
import org.puente.platform.sealing.Seal;
import org.puente.platform.testing.Wire;
import org.puente.referral.ReferralServiceTestBase;
import org.puente.referral.RegionFacts;
import org.puente.referral.Rows;
import org.puente.referral.Tables;

/** What reception seals of a case to its own node, and takes back. */
@QuarkusTest
class CaseDossierTest extends ReferralServiceTestBase {
    @Inject
    DataSource database;

    @Inject
    NodeKeys own;

    private DossierFact.Sealed sealed(CaseId id) {
        return RegionFacts.sealed(id, "gtm", RegionFacts.person("Rosa"), Seal.newest(own.published()));
    }

    private static DossierFact.Erased erased(DossierFact.Sealed dossier) {
        return new DossierFact.Erased(
                dossier.dossierId(),
                null,
                dossier.caseId(),
                RegionFacts.RECEPTION,
                Instant.now(),
                ErasureReason.CONSENT_WITHDRAWN);
    }

    private boolean isKept(DossierFact.Sealed dossier) {
        return Tables.holds(
                database,
                "select jwe is not null from sealed_dossier where dossier_id = ?",
                dossier.dossierId().value());
    }

    private DossierFact.Sealed kept(CaseId id) {
        DossierFact.Sealed dossier = sealed(id);
        Wire.publish("gtm", "reception", "gtm", dossier);
        await().atMost(SOON).until(() -> isKept(dossier));
        return dossier;
    }

    @Test
    void whatReceptionErasesIsErased() {
        DossierFact.Sealed dossier = kept(new CaseId(UUID.randomUUID()));
        Wire.publish("gtm", "reception", "gtm", erased(dossier));
        await().atMost(SOON).until(() -> !isKept(dossier));
    }

    @Test
    void whatReceptionSealsForVisitsIsNotForReferrals() {
        JsonWebKey key = Seal.newest(own.published());
        DossierFact.Sealed any = sealed(new CaseId(UUID.randomUUID()));
        byte[] person = "{}".getBytes(StandardCharsets.UTF_8);
        DossierFact.Sealed forVisits = new DossierFact.Sealed(
                any.dossierId(),
                null,
                any.caseId(),
                any.institution(),
                any.occurredAt(),
                any.to(),
                any.kid(),
                Seal.seal(person, Purpose.label(ConsentPurpose.FOLLOW_UP), key));
        UUID fact = Wire.publish("gtm", "reception", "gtm", forVisits);
        await().atMost(SOON).until(() -> Tables.taken(database, fact));
        assertThat(isKept(forVisits)).isFalse();
    }

    @Test
    void whatWasErasedBeforeItCameIsNotKept() {
        DossierFact.Sealed dossier = sealed(new CaseId(UUID.randomUUID()));
        Wire.publish("gtm", "reception", "gtm", erased(dossier));
        UUID fact = Wire.publish("gtm", "reception", "gtm", dossier);
        await().atMost(SOON).until(() -> Tables.taken(database, fact));
        assertThat(isKept(dossier)).isFalse();
    }

    @Test
    void whatAnotherNodeErasesIsNotOurs() {
        DossierFact.Sealed dossier = kept(new CaseId(UUID.randomUUID()));
        Wire.publish("hnd", "referral", "gtm", erased(dossier));
        await().atMost(SOON)
                .until(() -> "foreign-party"
                        .equals(Rows.read(
                                "select cause from dead_letter where record_key = '" + dossier.dossierId() + "'")));
        assertThat(isKept(dossier)).isTrue();
    }

    @Test
    void theEndOfAnOldConsentLeavesTheDossierOfTheNewOne() {
        CaseId id = new CaseId(UUID.randomUUID());
        ReturnFact.ConsentRecorded first = RegionFacts.consent(id, "region");
        Wire.publish("gtm", "reception", RegionFacts.registered(id));
        Wire.publish("gtm", "reception", first);
        Wire.publish("gtm", "reception", "gtm", erased(kept(id)));
        kept(id);
        ReturnFact.ConsentRecorded second = RegionFacts.consent(id, "region");
        Wire.publish("gtm", "reception", RegionFacts.withdrawn(first));
        Wire.publish("gtm", "reception", second);
        OfferPublished offer = published(RegionFacts.offer(offerId("hnd"), null, LONG));
        assertThat(issued(new Arrived(id, second), offer)).isNotNull();
    }
}
