package org.puente.followup.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.puente.contracts.CaseId;
import org.puente.contracts.ConsentGiver;
import org.puente.contracts.ConsentId;
import org.puente.contracts.ConsentPurpose;
import org.puente.contracts.InstitutionId;
import org.puente.contracts.NodeId;
import org.puente.contracts.ReturnFact.ConsentRecorded;
import org.puente.followup.directory.Office;
import org.puente.followup.directory.Offices;
import org.puente.platform.ids.KeyedIds;
import org.puente.platform.json.Json;

/** A Honduran case of 10 January 2026 and what surrounds it, for plain tests. */
final class Sample {
    static final ZoneId ZONE = ZoneId.of("America/Tegucigalpa");
    static final LocalDate RETURNED_ON = LocalDate.parse("2026-01-10");

    /** Noon in Honduras. */
    static final Instant REGISTERED_AT = Instant.parse("2026-01-10T18:00:00Z");

    /** A minute later. */
    static final String SOON = "2026-01-10T18:01:00Z";

    static final InstitutionId RECEPTION = new InstitutionId("hnd-inm");
    static final InstitutionId MUNICIPAL = new InstitutionId("hnd-umar-sps");
    static final Offices MUNICIPAL_OFFICE = new Offices(List.of(new Office(MUNICIPAL, Set.of("HN-CR"))));
    static final Policy POLICY = policy(List.of("P30D", "P90D", "P180D", "P365D"), List.of("P3D", "P7D"));

    private Sample() {}

    static Policy policy(List<String> regular, List<String> highRisk) {
        return new Policy(regular, highRisk, List.of("unaccompanied-child", "pregnant"), "P7D", "P30D");
    }

    static CaseFile goingTo(String subdivision) {
        CaseFile file = new CaseFile();
        file.id = UUID.randomUUID();
        file.version = 1;
        file.registeredBy = RECEPTION.value();
        file.registeredAt = REGISTERED_AT;
        file.returnedOn = RETURNED_ON;
        file.country = "HND";
        file.subdivision = subdivision;
        return file;
    }

    static Consent consent(LocalDate validUntil, String... scope) {
        return consent(List.of(ConsentPurpose.FOLLOW_UP), validUntil, scope);
    }

    static Consent consent(List<ConsentPurpose> purposes, LocalDate validUntil, String... scope) {
        Consent consent = new Consent();
        consent.id = UUID.randomUUID();
        consent.at = REGISTERED_AT;
        consent.terms = Json.write(new ConsentRecorded(
                new ConsentId(consent.id),
                new CaseId(UUID.randomUUID()),
                RECEPTION,
                REGISTERED_AT,
                purposes,
                List.of(scope),
                ConsentGiver.SELF,
                validUntil));
        return consent;
    }

    static Situation at(String instant) {
        return at(Instant.parse(instant), POLICY);
    }

    static Situation at(Instant instant, Policy policy) {
        return new Situation(
                new NodeId("hnd"), MUNICIPAL_OFFICE, ZONE, policy, new KeyedIds("the-secret-of-a-sample"), instant);
    }
}
