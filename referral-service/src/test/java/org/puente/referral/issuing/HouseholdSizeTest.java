package org.puente.referral.issuing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jose4j.jwk.JsonWebKeySet;
import org.junit.jupiter.api.Test;
import org.puente.contracts.DirectoryFact.OfferPublished;
import org.puente.contracts.DossierFact;
import org.puente.contracts.DossierField;
import org.puente.contracts.HouseholdId;
import org.puente.contracts.ReferralFact;
import org.puente.platform.json.Json;
import org.puente.platform.sealing.Seal;
import org.puente.platform.testing.Wire;
import org.puente.referral.ReferralServiceTestBase;
import org.puente.referral.RegionFacts;
import org.puente.referral.Tables;

/** A shelter plans as many beds as the family that comes needs. */
@QuarkusTest
class HouseholdSizeTest extends ReferralServiceTestBase {
    @Inject
    DataSource database;

    private final HouseholdId family = new HouseholdId(UUID.randomUUID());

    /** Somebody of the family, sealed when the given number of them was registered. */
    private Arrived member(int size) {
        ObjectNode person = RegionFacts.person("Irma");
        person.putObject("household")
                .put("id", family.toString())
                .put("role", "head")
                .put("size", size);
        Arrived member = arrived(person, "region");
        Wire.publish("gtm", "reception", RegionFacts.ofHousehold(member.caseId(), family));
        return member;
    }

    /** The size that a shelter in Honduras reads of the first of those who are known here. */
    private int sizeSent(Arrived... members) throws JsonProcessingException {
        await().atMost(SOON)
                .until(() -> Tables.holds(
                        database,
                        "select count(*) = ? from case_file where household = ?",
                        members.length,
                        family.value()));
        OfferPublished shelter =
                published(RegionFacts.offer(offerId("hnd"), "shelter", null, LONG, DossierField.HOUSEHOLD));
        String referral = issued(members[0], shelter);
        await().atMost(SOON).until(() -> !issued(referral).isEmpty());
        String dossier = issued(referral).getFirst().dossierId().toString();
        await().atMost(SOON).until(() -> !sealed(dossier).isEmpty());
        String contents = Seal.open(sealed(dossier).getFirst().jwe(), new JsonWebKeySet(HND_KEY));
        return Json.mapper().readTree(contents).path("household").path("size").intValue();
    }

    private static List<ReferralFact.Issued> issued(String referral) {
        return Wire.facts("puente.gtm.referrals.hnd", referral, ReferralFact.Issued.class);
    }

    private static List<DossierFact.Sealed> sealed(String dossier) {
        return Wire.facts("puente.gtm.dossiers.hnd", dossier, DossierFact.Sealed.class);
    }

    @Test
    void whoIsRegisteredFirstIsReferredWithAllWhoCameAfter() throws JsonProcessingException {
        assertThat(sizeSent(member(1), member(2), member(3))).isEqualTo(3);
    }

    @Test
    void aSizeThatReceptionKnowsBetterStands() throws JsonProcessingException {
        assertThat(sizeSent(member(4), member(4))).isEqualTo(4);
    }
}
