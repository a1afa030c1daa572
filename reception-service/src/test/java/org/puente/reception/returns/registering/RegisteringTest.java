package org.puente.reception.returns.registering;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.puente.contracts.AgeGroup;
import org.puente.contracts.ConsentGiver;
import org.puente.contracts.ConsentPurpose;
import org.puente.contracts.DossierFact;
import org.puente.contracts.ReturnFact;
import org.puente.platform.json.Json;
import org.puente.platform.sealing.NodeKeys;
import org.puente.platform.sealing.Seal;
import org.puente.platform.testing.Wire;
import org.puente.reception.ReceptionTest;
import org.puente.reception.RegistrationForm;

@QuarkusTest
class RegisteringTest extends ReceptionTest {
    @Inject
    NodeKeys keys;

    @Test
    void answersWhereTheReturnIsAndWhoItIsOf() {
        Response response = register(RegistrationForm.filled());

        assertThat(response.statusCode()).as(response.asString()).isEqualTo(201);
        assertThat(response.header("Location")).endsWith("/v1/returns/" + response.path("caseId"));
        assertThat(response.header("ETag")).isEqualTo("\"1\"");
        assertThat(response.jsonPath().getMap("$"))
                .containsOnlyKeys("caseId", "personId", "consentId", "statusCode", "warnings", "duties");
    }

    @Test
    void publishesTheReturnAndTheConsentUnderTheCase() {
        String caseId = register(RegistrationForm.filled()).path("caseId");
        awaitFacts(RETURNS, caseId, ReturnFact.ConsentRecorded.class, 1);

        List<ConsumerRecord<String, String>> records = Wire.dump(RETURNS, caseId);

        assertThat(records)
                .extracting(record -> Wire.header(record, "ce_type"))
                .containsExactly("org.puente.return.registered.v1", "org.puente.consent.recorded.v1");
        assertThat(records).allSatisfy(record -> {
            assertThat(Wire.header(record, "ce_source")).isEqualTo("/gtm/reception");
            assertThat(Wire.header(record, "ce_subject")).isEqualTo(caseId);
        });
    }

    @Test
    void publishesOfTheReturnWhatOthersMayKnow() {
        Response response = register(RegistrationForm.filled());
        ReturnFact.Registered fact = awaitRegistered(response.path("caseId"));

        assertThat(fact.personId()).hasToString(response.path("personId"));
        assertThat(fact.institution()).hasToString("gtm-igm");
        assertThat(fact.nationality()).isEqualTo("HND");
        assertThat(fact.ageGroup()).isEqualTo(AgeGroup.FROM_25_TO_59);
        assertThat(fact.destination().subdivision()).isEqualTo("GT-13");
        assertThat(fact.needs()).hasSize(1);
    }

    @Test
    void publishesNoNameNumberOrPlaceOnAnyTopic() {
        RegistrationForm form = RegistrationForm.filled().document("dui", RegistrationForm.dui());
        register(form);
        awaitEmptyOutbox();

        assertThat(List.of(Wire.dump(RETURNS), Wire.dump(DOSSIERS)).stream()
                        .flatMap(List::stream)
                        .map(record -> record.headers() + record.key() + record.value()))
                .isNotEmpty()
                .noneMatch(text -> text.contains("Zenaida")
                        || text.contains("Quetzal")
                        || text.contains("50499887766")
                        || text.contains("Chiantla")
                        || text.contains("Insulino")
                        || text.contains("1991-03-14")
                        || text.contains(form.text("/person/documents/0/number")));
    }

    @Test
    void sealsADossierThatOnlyItsOwnNodeCanOpen() throws Exception {
        RegistrationForm form = RegistrationForm.filled();
        String caseId = register(form).path("caseId");
        DossierFact.Sealed sealed = dossierOf(caseId);

        JsonNode dossier = Json.mapper().readTree(Seal.open(sealed.jwe(), keys.own()));

        assertThat(sealed.kid()).isEqualTo(Seal.newest(keys.published()).getKeyId());
        assertThat(dossier.get("givenNames").asText()).isEqualTo(form.text("/person/givenNames"));
        assertThat(dossier.at("/restricted/health").asText()).isEqualTo("Insulinodependiente");
    }

    @Test
    void sealsNoDossierWhereConsentLetsNobodyRefer() {
        RegistrationForm form = RegistrationForm.filled().with("/consent/purposes", "['statistics']");
        String caseId = register(form).path("caseId");
        awaitEmptyOutbox();

        assertThat(Wire.dump(DOSSIERS)).noneMatch(record -> record.value().contains(caseId));
    }

    @Test
    void leavesAnUnsafeDestinationOutOfTheFact() {
        RegistrationForm form = RegistrationForm.filled().with("/restricted", "{'unsafeDestination': true}");

        assertThat(awaitRegistered(register(form).path("caseId")).destination()).isNull();
    }

    @Test
    void leavesTheDestinationOfWhoIsDisplacedOutOfTheFact() {
        RegistrationForm form = RegistrationForm.filled().with("/profiles", "['displaced-on-arrival']");

        assertThat(awaitRegistered(register(form).path("caseId")).destination()).isNull();
    }

    @Test
    void saysWhatIsOwedToThePerson() {
        RegistrationForm form = RegistrationForm.filled().with("/restricted", "{'trafficking': true}");

        assertThat(register(form).<List<String>>path("duties.rule")).containsExactly("restricted-referral");
    }

    @Test
    void countsWhoReturnsTogetherAsFarAsTheyAreRegistered() {
        String household = "{'id': '" + UUID.randomUUID() + "'}";
        register(RegistrationForm.filled().with("/household", household));
        String second = register(RegistrationForm.filled().with("/household", household))
                .path("caseId");

        assertThat(awaitRegistered(second).household().size()).isEqualTo(2);
    }

    @Test
    void registersAPersonOfWhomLittleIsKnown() {
        RegistrationForm form =
                RegistrationForm.filled().without("/person/birthDate").with("/person/ageYears", "16");
        List.of(
                        "assistance",
                        "legalBasis",
                        "transport",
                        "household",
                        "profiles",
                        "restricted",
                        "causes",
                        "needs",
                        "skills",
                        "destination")
                .forEach(field -> form.without("/" + field));
        form.with("/consent", "{'purposes': ['referral'], 'scope': ['node'], 'givenBy': 'authority'}");
        String caseId = register(form).path("caseId");

        assertThat(awaitRegistered(caseId).ageGroup()).isEqualTo(AgeGroup.FROM_12_TO_17);
        assertThat(awaitFacts(RETURNS, caseId, ReturnFact.ConsentRecorded.class, 1)
                        .getFirst()
                        .givenBy())
                .isEqualTo(ConsentGiver.AUTHORITY);
    }

    @Test
    void keepsAFoundlingAndSealsThatThereIsNoName() throws Exception {
        RegistrationForm form = RegistrationForm.filled()
                .without("/person/givenNames")
                .without("/person/familyNames")
                .with("/person/withoutNames", "true")
                .without("/person/birthDate")
                .with("/person/birthYear", "2023")
                .with("/consent/givenBy", "'authority'");
        String caseId = register(form).path("caseId");

        JsonNode dossier = Json.mapper().readTree(Seal.open(dossierOf(caseId).jwe(), keys.own()));

        assertThat(intake().get("/v1/returns/" + caseId).<Boolean>path("person.withoutNames"))
                .isTrue();
        assertThat(dossier.get("givenNames").asText()).isEmpty();
        assertThat(dossier.get("ageYears").asInt()).isEqualTo(1);
    }

    @Test
    void keepsSeveralDocumentsWithTheirValidityAndTheStepsToPapers() {
        RegistrationForm form = RegistrationForm.filled()
                .with(
                        "/person/documents",
                        "[{'kind': 'dui', 'number': '%s'}, {'kind': 'provisional', 'number': 'FAG-12',"
                                        .formatted(RegistrationForm.dui())
                                + " 'issuedOn': '2025-01-02', 'validUntil': '2025-04-02'}]")
                .with("/person/papers", "[{'paper': 'passport', 'step': 'asked', 'on': '2025-01-02'}]");
        Response registered = register(form);

        Response read = intake().get("/v1/returns/" + registered.path("caseId"));

        assertThat(registered.<List<String>>path("warnings.code")).isEmpty();
        assertThat(read.<String>path("person.documents[1].validUntil")).isEqualTo("2025-04-02");
        assertThat(read.<String>path("person.papers[0].step")).isEqualTo("asked");
    }

    private static DossierFact.Sealed dossierOf(String caseId) {
        return org.awaitility.Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(
                        () -> dossiers(caseId, ConsentPurpose.REFERRAL).stream()
                                .map(r -> Json.read(r.value(), DossierFact.Sealed.class))
                                .toList(),
                        found -> !found.isEmpty())
                .getFirst();
    }
}
