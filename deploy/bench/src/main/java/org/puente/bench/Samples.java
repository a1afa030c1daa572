package org.puente.bench;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.puente.contracts.AgeGroup;
import org.puente.contracts.AnswerWithin;
import org.puente.contracts.CapacityUnit;
import org.puente.contracts.CaseId;
import org.puente.contracts.Destination;
import org.puente.contracts.Dimension;
import org.puente.contracts.DirectoryFact.OfferPublished;
import org.puente.contracts.DirectoryStatus;
import org.puente.contracts.DossierField;
import org.puente.contracts.Eligibility;
import org.puente.contracts.InstitutionId;
import org.puente.contracts.Level;
import org.puente.contracts.LocalizedText;
import org.puente.contracts.Need;
import org.puente.contracts.NodeId;
import org.puente.contracts.OfferId;
import org.puente.contracts.PersonId;
import org.puente.contracts.Places;
import org.puente.contracts.Priority;
import org.puente.contracts.ReceptionPointId;
import org.puente.contracts.ReturnFact;
import org.puente.contracts.Sex;
import org.puente.contracts.Will;
import org.puente.referral.dossiers.DangerPlaces;
import org.puente.referral.dossiers.Fields;
import org.puente.referral.matching.AnswerRate;
import org.puente.referral.matching.Circumstances;

/** A directory of a size that the region may have one day, the same in every run. */
final class Samples {
    static final List<String> NODES = List.of("slv", "gtm", "hnd", "mex");

    /** Of the nodes, in their order. */
    static final List<String> COUNTRIES = List.of("SLV", "GTM", "HND", "MEX");

    private static final List<String> CATEGORIES =
            List.of("employment", "health", "education", "shelter", "legal-guidance", "finance");

    private Samples() {}

    static List<OfferPublished> offers(int count) {
        Random random = new Random(20250102);
        List<OfferPublished> offers = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            int node = random.nextInt(NODES.size());
            offers.add(new OfferPublished(
                    new OfferId("offer-" + i),
                    new InstitutionId(NODES.get(node) + "-" + random.nextInt(80)),
                    new NodeId(NODES.get(node)),
                    new LocalizedText("Oferta " + i, "Offer " + i),
                    Level.INDIVIDUAL,
                    Dimension.ECONOMIC,
                    CATEGORIES.get(random.nextInt(CATEGORIES.size())),
                    eligibility(random),
                    random.nextInt(4) == 0 ? List.of("HN-CR") : List.of(COUNTRIES.get(node)),
                    List.of(DossierField.GIVEN_NAMES),
                    new AnswerWithin(Duration.ofHours(24), Duration.ofHours(72), Duration.ofDays(14)),
                    List.of("spa"),
                    List.of(),
                    null,
                    random.nextBoolean() ? new Places(1 + random.nextInt(40), CapacityUnit.PERSONS) : null,
                    random.nextInt(20) == 0,
                    DirectoryStatus.ACTIVE,
                    null,
                    Instant.EPOCH));
        }
        return offers;
    }

    private static Eligibility eligibility(Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> new Eligibility(List.of(Sex.FEMALE), null, null, null, null, null, null, null);
            case 1 -> new Eligibility(null, 18, 24, null, null, null, null, null);
            case 2 -> new Eligibility(null, 18, null, null, 180, null, null, null);
            case 3 -> new Eligibility(null, null, null, List.of("GTM"), null, null, null, null);
            default -> Eligibility.ANYONE;
        };
    }

    static ReturnFact.Registered person() {
        return new ReturnFact.Registered(
                new CaseId(new UUID(1, 1)),
                new InstitutionId("gtm-igm"),
                Instant.EPOCH,
                1,
                new PersonId(new UUID(1, 2)),
                LocalDate.of(2026, 11, 1),
                new ReceptionPointId("gtm-fag"),
                "HND",
                "USA",
                Will.FORCED,
                null,
                null,
                null,
                AgeGroup.FROM_25_TO_59,
                Sex.MALE,
                null,
                List.of(),
                List.of("spa"),
                List.of(),
                List.of(
                        new Need(Dimension.ECONOMIC, "employment", Priority.URGENT),
                        new Need(Dimension.SOCIAL, "health", Priority.NORMAL)),
                List.of(),
                new Destination("HND", "HN-CR"),
                0);
    }

    static Circumstances circumstances(List<OfferPublished> offers) {
        Map<InstitutionId, AnswerRate> rates = new HashMap<>();
        offers.forEach(offer -> rates.put(offer.institution(), new AnswerRate(100, 80)));
        return new Circumstances(
                LocalDate.of(2026, 11, 22), false, false, Map.of(), rates, Fields.ALL, Set.of(), DangerPlaces.NONE);
    }
}
