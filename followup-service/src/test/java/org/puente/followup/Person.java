package org.puente.followup;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jose4j.jwk.JsonWebKey;
import org.puente.contracts.AgeGroup;
import org.puente.contracts.CaseId;
import org.puente.contracts.ConsentGiver;
import org.puente.contracts.ConsentId;
import org.puente.contracts.ConsentPurpose;
import org.puente.contracts.Destination;
import org.puente.contracts.DossierFact;
import org.puente.contracts.DossierId;
import org.puente.contracts.InstitutionId;
import org.puente.contracts.NodeId;
import org.puente.contracts.PersonId;
import org.puente.contracts.ReceptionPointId;
import org.puente.contracts.ReturnFact.Amended;
import org.puente.contracts.ReturnFact.ConsentRecorded;
import org.puente.contracts.ReturnFact.ConsentWithdrawn;
import org.puente.contracts.ReturnFact.Registered;
import org.puente.contracts.Sex;
import org.puente.contracts.Will;
import org.puente.platform.ids.Ids;
import org.puente.platform.sealing.Purpose;
import org.puente.platform.sealing.Seal;
import org.puente.platform.testing.TestClock;

/** Somebody who returned to Honduras today, and what hnd-inm says of them. */
public record Person(CaseId caseId, ConsentId consentId, AgeGroup age, Destination destination, LocalDate returnedOn) {
    public static final ZoneId ZONE = ZoneId.of("America/Tegucigalpa");
    public static final InstitutionId RECEPTION = new InstitutionId("hnd-inm");

    public static Person goingTo(String subdivision) {
        return aged(AgeGroup.FROM_25_TO_59, subdivision);
    }

    public static Person aged(AgeGroup age, String subdivision) {
        return new Person(
                new CaseId(Ids.next()), new ConsentId(Ids.next()), age, new Destination("HND", subdivision), today());
    }

    public static LocalDate today() {
        return LocalDate.ofInstant(TestClock.now(), ZONE);
    }

    public Registered registered() {
        return new Registered(
                caseId,
                RECEPTION,
                TestClock.now(),
                1,
                new PersonId(Ids.next()),
                returnedOn,
                new ReceptionPointId("hnd-point"),
                "HND",
                "USA",
                Will.FORCED,
                null,
                null,
                null,
                age,
                Sex.FEMALE,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                destination,
                0);
    }

    public Amended amended(int version, String subdivision) {
        return new Amended(
                caseId,
                RECEPTION,
                TestClock.now(),
                version,
                new PersonId(Ids.next()),
                returnedOn,
                new ReceptionPointId("hnd-point"),
                "HND",
                "USA",
                Will.FORCED,
                null,
                null,
                null,
                age,
                Sex.FEMALE,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                new Destination("HND", subdivision),
                0);
    }

    /** A consent to be followed up by anybody of the node. */
    public ConsentRecorded consents(LocalDate validUntil) {
        return new ConsentRecorded(
                consentId,
                caseId,
                RECEPTION,
                TestClock.now(),
                List.of(ConsentPurpose.REFERRAL, ConsentPurpose.FOLLOW_UP),
                List.of("node"),
                ConsentGiver.SELF,
                validUntil);
    }

    /** What reception seals of the person for those who visit. */
    public DossierFact.Sealed sealed(String givenNames, JsonWebKey key) {
        return sealed(givenNames, key, TestClock.now());
    }

    public DossierFact.Sealed sealed(String givenNames, JsonWebKey key, Instant at) {
        return sealed(givenNames, key, at, Purpose.label(ConsentPurpose.FOLLOW_UP));
    }

    public DossierFact.Sealed sealed(String givenNames, JsonWebKey key, Instant at, Map<String, String> label) {
        String text =
                "{\"givenNames\": \"%s\", \"birthYear\": 1990, \"phones\": [\"+50499990000\"]}".formatted(givenNames);
        return new DossierFact.Sealed(
                new DossierId(caseId.value()), // any id would do; it is found again for an erasure
                null,
                caseId,
                RECEPTION,
                at,
                new NodeId("hnd"),
                key.getKeyId(),
                Seal.seal(text.getBytes(StandardCharsets.UTF_8), label, key));
    }

    public ConsentWithdrawn withdraws() {
        return withdrawsAt(TestClock.now());
    }

    public ConsentWithdrawn withdrawsAt(Instant at) {
        return new ConsentWithdrawn(
                consentId,
                caseId,
                RECEPTION,
                at,
                List.of(ConsentPurpose.REFERRAL, ConsentPurpose.FOLLOW_UP),
                List.of("node"),
                ConsentGiver.SELF,
                null);
    }
}
