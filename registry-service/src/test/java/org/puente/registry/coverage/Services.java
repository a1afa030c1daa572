package org.puente.registry.coverage;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.puente.contracts.Dimension;
import org.puente.contracts.DirectoryFact.OfferPublished;
import org.puente.contracts.DirectoryStatus;
import org.puente.contracts.Eligibility;
import org.puente.contracts.InstitutionId;
import org.puente.contracts.Level;
import org.puente.contracts.LocalizedText;
import org.puente.contracts.NodeId;
import org.puente.contracts.OfferId;
import org.puente.contracts.Sex;
import org.puente.platform.testing.AnswerTimes;
import org.puente.platform.text.Subdivisions;

/** Offers of the region's labour ministries, as far as the map looks at them. */
final class Services {
    /** El Salvador with three subdivisions; of Honduras none is known. */
    static final Subdivisions KNOWN = new Subdivisions(
            null,
            Map.of(
                    "SLV",
                    Map.of(
                            "SV-AH", "Ahuachapán",
                            "SV-SA", "Santa Ana",
                            "SV-SS", "San Salvador")));

    static final Territory TERRITORY = Territory.of(KNOWN, List.of("SLV", "HND"), List.of());

    private Services() {}

    static OfferPublished employment(String id, String... coverage) {
        return of(id, "employment", Eligibility.ANYONE, DirectoryStatus.ACTIVE, coverage);
    }

    static OfferPublished of(String id, String category, String... coverage) {
        return of(id, category, Eligibility.ANYONE, DirectoryStatus.ACTIVE, coverage);
    }

    static OfferPublished of(
            String id, String category, Eligibility eligibility, DirectoryStatus status, String... coverage) {
        return new OfferPublished(
                new OfferId("slv-" + id),
                new InstitutionId("slv-mtps"),
                new NodeId("slv"),
                new LocalizedText(id, null),
                Level.COMMUNITY,
                Dimension.ECONOMIC,
                category,
                eligibility,
                List.of(coverage),
                List.of(),
                AnswerTimes.USUAL,
                List.of("spa"),
                List.of(),
                null,
                null,
                false,
                status,
                null,
                Instant.EPOCH);
    }

    static Eligibility only(Sex sex) {
        return new Eligibility(List.of(sex), null, null, null, null, null, null, null);
    }

    static Eligibility aged(Integer least, Integer most) {
        return new Eligibility(null, least, most, null, null, null, null, null);
    }

    static Eligibility of(String nationality) {
        return new Eligibility(null, null, null, List.of(nationality), null, null, null, null);
    }
}
