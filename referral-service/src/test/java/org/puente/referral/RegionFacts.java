package org.puente.referral;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;
import org.puente.contracts.AgeGroup;
import org.puente.contracts.AnswerWithin;
import org.puente.contracts.CapacityUnit;
import org.puente.contracts.CaseId;
import org.puente.contracts.ConsentGiver;
import org.puente.contracts.ConsentId;
import org.puente.contracts.ConsentPurpose;
import org.puente.contracts.Destination;
import org.puente.contracts.Dimension;
import org.puente.contracts.DirectoryFact.NodePublished;
import org.puente.contracts.DirectoryFact.OfferPublished;
import org.puente.contracts.DirectoryStatus;
import org.puente.contracts.DossierFact;
import org.puente.contracts.DossierField;
import org.puente.contracts.DossierId;
import org.puente.contracts.Eligibility;
import org.puente.contracts.Household;
import org.puente.contracts.HouseholdId;
import org.puente.contracts.InstitutionId;
import org.puente.contracts.Jwk;
import org.puente.contracts.Jwks;
import org.puente.contracts.Level;
import org.puente.contracts.LocalizedText;
import org.puente.contracts.Need;
import org.puente.contracts.NodeId;
import org.puente.contracts.OfferId;
import org.puente.contracts.PersonId;
import org.puente.contracts.Places;
import org.puente.contracts.Priority;
import org.puente.contracts.Profile;
import org.puente.contracts.ReceptionPointId;
import org.puente.contracts.ReturnFact;
import org.puente.contracts.Sex;
import org.puente.contracts.Will;
import org.puente.platform.json.Json;
import org.puente.platform.sealing.Seal;

/** Facts as the other services of the region publish them, about a person of the test's own. */
public final class RegionFacts {
    public static final InstitutionId RECEPTION = new InstitutionId("gtm-igm");
    public static final Need WORK = new Need(Dimension.ECONOMIC, "employment", Priority.NORMAL);

    private RegionFacts() {}

    public static ReturnFact.Registered registered(CaseId id, Profile... profiles) {
        return new ReturnFact.Registered(
                id,
                RECEPTION,
                Instant.now(),
                1,
                new PersonId(UUID.randomUUID()),
                LocalDate.now(ZoneOffset.UTC).minusDays(1),
                new ReceptionPointId("gtm-fag"),
                "HND",
                "USA",
                Will.FORCED,
                null,
                null,
                null,
                profiles.length == 0 ? AgeGroup.FROM_25_TO_59 : AgeGroup.FROM_12_TO_17,
                Sex.MALE,
                null,
                List.of(profiles),
                List.of("spa"),
                List.of(),
                List.of(WORK),
                List.of(),
                new Destination("HND", "HN-CR"),
                0);
    }

    /** The second state of a case: it is of a family. */
    public static ReturnFact.Amended ofHousehold(CaseId id, HouseholdId household) {
        return amended(registered(id), new Household(household, 2));
    }

    /** The second state of a case: no need of the person's is known. */
    public static ReturnFact.Amended withoutNeeds(CaseId id) {
        return amended(registered(id), null, List.of());
    }

    /** The second state of a case: it has profiles. */
    public static ReturnFact.Amended amended(CaseId id, Profile... profiles) {
        return amended(registered(id, profiles), null);
    }

    private static ReturnFact.Amended amended(ReturnFact.Registered first, Household household) {
        return amended(first, household, first.needs());
    }

    private static ReturnFact.Amended amended(ReturnFact.Registered first, Household household, List<Need> needs) {
        return new ReturnFact.Amended(
                first.caseId(),
                RECEPTION,
                Instant.now(),
                2,
                first.personId(),
                first.returnedOn(),
                first.receptionPoint(),
                first.nationality(),
                first.returnedFrom(),
                first.will(),
                null,
                null,
                null,
                first.ageGroup(),
                first.sex(),
                household,
                first.profiles(),
                first.languages(),
                first.causes(),
                needs,
                first.skills(),
                first.destination(),
                0);
    }

    public static ReturnFact.ConsentRecorded consent(CaseId id, String... scope) {
        return new ReturnFact.ConsentRecorded(
                new ConsentId(UUID.randomUUID()),
                id,
                RECEPTION,
                Instant.now(),
                List.of(ConsentPurpose.REFERRAL),
                List.of(scope),
                ConsentGiver.SELF,
                LocalDate.now().plusYears(1));
    }

    public static ReturnFact.ConsentWithdrawn withdrawn(ReturnFact.ConsentRecorded consent) {
        return new ReturnFact.ConsentWithdrawn(
                consent.consentId(),
                consent.caseId(),
                consent.institution(),
                Instant.now(),
                consent.purposes(),
                consent.scope(),
                consent.givenBy(),
                consent.validUntil());
    }

    /** What reception holds of a person whose given name is the one given. */
    public static ObjectNode person(String givenName) {
        ObjectNode person = Json.mapper().createObjectNode();
        person.put("givenNames", givenName);
        person.put("familyNames", "Reyes Mejía");
        person.put("birthDate", "1990-04-01");
        person.putArray("phones").add("+50499990000");
        person.putArray("documents").addObject().put("kind", "dni-hnd").put("number", "x");
        return person;
    }

    public static DossierFact.Sealed sealed(CaseId id, String node, ObjectNode person, JsonWebKey to) {
        return new DossierFact.Sealed(
                new DossierId(UUID.randomUUID()),
                null,
                id,
                RECEPTION,
                Instant.now(),
                new NodeId(node),
                to.getKeyId(),
                Seal.seal(person.toString(), to));
    }

    public static OfferPublished offer(String id, Integer places, Duration answerWithin) {
        return offer(id, "employment", places, answerWithin, DossierField.GIVEN_NAMES, DossierField.PHONES);
    }

    public static OfferPublished offer(
            String id, String category, Integer places, Duration answerWithin, DossierField... needs) {
        String node = id.substring(0, 3);
        return new OfferPublished(
                new OfferId(id),
                new InstitutionId(node + "-work"),
                new NodeId(node),
                new LocalizedText("Empleo", "Employment"),
                Level.INDIVIDUAL,
                Dimension.ECONOMIC,
                category,
                Eligibility.ANYONE,
                List.of(),
                List.of(needs),
                new AnswerWithin(answerWithin, answerWithin, answerWithin),
                List.of("spa"),
                List.of(),
                null,
                places == null ? null : new Places(places, CapacityUnit.PERSONS),
                false,
                DirectoryStatus.ACTIVE,
                null,
                Instant.now());
    }

    public static NodePublished node(String node, JsonWebKeySet keys) {
        return new NodePublished(
                new NodeId(node),
                node.toUpperCase(),
                node,
                "America/Tegucigalpa",
                new Jwks(keys.getJsonWebKeys().stream().map(RegionFacts::jwk).toList()),
                Instant.now());
    }

    private static Jwk jwk(JsonWebKey key) {
        Map<String, Object> parameters = key.toParams(JsonWebKey.OutputControlLevel.PUBLIC_ONLY);
        return Json.read(Json.write(parameters), Jwk.class);
    }

    /** A key pair for dossiers, as a node's operators make it. */
    public static EllipticCurveJsonWebKey key(String kid) {
        try {
            EllipticCurveJsonWebKey key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
            key.setKeyId(kid);
            key.setUse("enc");
            key.setAlgorithm("ECDH-ES+A256KW");
            return key;
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }
}
