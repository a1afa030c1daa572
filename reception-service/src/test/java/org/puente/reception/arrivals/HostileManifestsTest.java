package org.puente.reception.arrivals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.puente.contracts.ArrivalFact.ManifestErased;
import org.puente.contracts.ArrivalFact.ManifestSealed;
import org.puente.contracts.ArrivalId;
import org.puente.contracts.CaseId;
import org.puente.contracts.DossierFact;
import org.puente.contracts.DossierId;
import org.puente.contracts.InstitutionId;
import org.puente.contracts.NodeId;
import org.puente.platform.json.Json;
import org.puente.platform.testing.Wire;

/** What a node that means ill does with manifests. */
@QuarkusTest
public class HostileManifestsTest extends HostileManifestTestBase {
    private static final String FROM_MEXICO = "puente.mex.dossiers.gtm";

    private static final String PASSED = "select count(*) from intake_position where topic = '" + FROM_MEXICO
            + "' and partition_no = %d and next_offset > %d";

    @Test
    void aNodeAnnouncesNothingForAnInstitutionOfAnother() {
        ManifestSealed truth = sealed(whole(form));
        fromMexico(new ManifestSealed(
                truth.arrivalId(),
                new InstitutionId("hnd-inm"),
                truth.occurredAt(),
                GTM,
                1,
                1,
                1,
                truth.kid(),
                truth.jwe()));

        assertPutAside("foreign-entry");
    }

    @Test
    void aManifestForAnotherNodeIsPutAside() {
        ManifestSealed truth = sealed(whole(form));
        fromMexico(new ManifestSealed(
                truth.arrivalId(),
                truth.institution(),
                truth.occurredAt(),
                new NodeId("slv"),
                1,
                1,
                1,
                truth.kid(),
                truth.jwe()));

        assertPutAside("foreign-party");
    }

    @Test
    void aSealedPartIsNotPassedOffAsAnother() {
        ManifestSealed other = sealed(whole(ArrivalForm.to("gtm-fag").person()));
        fromMexico(new ManifestSealed(
                new ArrivalId(UUID.fromString(form.id())),
                other.institution(),
                other.occurredAt(),
                GTM,
                1,
                1,
                1,
                other.kid(),
                other.jwe()));

        assertPutAside("foreign-manifest");
    }

    @Test
    void whatNoKeyOfThisNodeOpensIsPutAside() {
        ManifestSealed truth = sealed(whole(form));
        fromMexico(new ManifestSealed(
                truth.arrivalId(), truth.institution(), truth.occurredAt(), GTM, 1, 1, 1, "no-key", "a.b.c.d.e"));

        assertPutAside("seal-broken");
    }

    @Test
    void whatIsSealedAndNoManifestIsPutAsideWithoutAWordOfIt() {
        fromMexico(sealed(whole(form), "{\"people\": \"" + ArrivalForm.NAME + "\"}"));

        assertPutAside("manifest-unreadable");
        assertThat(deadLetters().asString()).doesNotContain(ArrivalForm.NAME);
    }

    @Test
    void aFieldOfALaterReleaseIsPassedOver() {
        String known = Json.write(whole(form).inside());
        fromMexico(sealed(whole(form), "{\"later\": {\"more\": true}, " + known.substring(1)));

        assertThat(arrival(form).statusCode()).isEqualTo(200);
        assertThat(manifest(form).<List<Object>>path("items")).hasSize(4);
    }

    @Test
    void aHouseholdGetsAnIdThatItsAnnouncerDoesNotChoose() {
        String household = "0193f000-0000-7000-8000-0000000000ab";
        ArrivalForm family = ArrivalForm.to("gtm-fag")
                .person()
                .which("household", "{'id': '" + household + "', 'role': 'head'}")
                .person()
                .which("household", "{'id': '" + household + "', 'role': 'child'}")
                .person()
                .which("household", "{'id': '" + UUID.randomUUID() + "'}");
        fromMexico(sealed(whole(family)));
        arrival(family);

        List<String> ids = manifest(family).path("items.household.id");

        assertThat(ids).doesNotContain(household).hasSize(3);
        assertThat(ids.get(0)).isEqualTo(ids.get(1)).isNotEqualTo(ids.get(2));
        assertThat(manifest(family).<List<String>>path("items.household.role")).startsWith("head", "child");
    }

    @Test
    void aPointThatIsNotOursIsPutAside() {
        ArrivalForm elsewhere = ArrivalForm.to("mex-nogales").person();
        fromMexico(sealed(whole(elsewhere)));

        assertPutAside(elsewhere, "foreign-point");
    }

    @Test
    void anotherNodesArrivalOfTheSameIdIsAnotherArrival() {
        fromMexico(sealed(whole(form)));
        arrival(form);
        settled(Wire.publish(
                "hnd",
                "reception",
                "gtm",
                new ManifestErased(
                        new ArrivalId(UUID.fromString(form.id())), new InstitutionId("hnd-inm"), Instant.now(), 9)));

        assertThat(arrival(form).<String>path("state")).isEqualTo("expected");
        assertThat(manifest(form).<List<Object>>path("items")).hasSize(4);
    }

    @Test
    void whereTwoNodesUseOneIdTheNodeIsNamed() {
        fromMexico(sealed(whole(form)));
        arrival(form);
        ManifestPart inside = new ManifestPart(
                new ArrivalId(UUID.fromString(form.id())),
                new InstitutionId("hnd-inm"),
                1,
                1,
                1,
                form.request().announcement(),
                List.of());
        ManifestSealed sealed = sealed(whole(form), Json.write(inside));
        Wire.publish(
                "hnd",
                "reception",
                "gtm",
                new ManifestSealed(
                        sealed.arrivalId(),
                        new InstitutionId("hnd-inm"),
                        sealed.occurredAt(),
                        GTM,
                        1,
                        1,
                        1,
                        sealed.kid(),
                        sealed.jwe()));

        await().atMost(Duration.ofSeconds(30)).until(() -> arrival(form).statusCode() == 409);
        assertThat(intake().get("/v1/arrivals/" + form.id() + "/manifest?announcedBy=mex")
                        .<List<Object>>path("items"))
                .hasSize(4);
        assertThat(intake().get("/v1/arrivals/" + form.id() + "/manifest?announcedBy=hnd")
                        .<List<Object>>path("items"))
                .isEmpty();
    }

    @Test
    void anotherInstitutionOfTheNodeTakesNoArrivalOver() {
        fromMexico(sealed(whole(form)));
        arrival(form);
        fromMexico(new ManifestErased(
                new ArrivalId(UUID.fromString(form.id())), new InstitutionId("mex-sre"), Instant.now(), 2));

        assertPutAside("foreign-arrival");
        assertThat(arrival(form).<String>path("state")).isEqualTo("expected");
    }

    @Test
    void aDossierBesideIsPassedOverUnread() {
        DossierId id = new DossierId(UUID.randomUUID());
        UUID published = Wire.publish(
                "mex",
                "referral",
                "gtm",
                new DossierFact.Sealed(
                        id,
                        null,
                        new CaseId(UUID.randomUUID()),
                        new InstitutionId("mex-inm"),
                        Instant.now(),
                        GTM,
                        "no-key",
                        "a.b.c.d.e"));
        ConsumerRecord<String, String> record = await().atMost(Duration.ofSeconds(30))
                .until(() -> Wire.dump(FROM_MEXICO, id.toString()), found -> !found.isEmpty())
                .getFirst();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> count(PASSED.formatted(record.partition(), record.offset())) == 1);

        assertThat(deadLetters().<List<String>>path("items.key")).doesNotContain(id.toString());
        assertThat(count("select count(*) from inbox where id = '" + published + "'"))
                .isZero();
    }
}
