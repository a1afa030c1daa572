package org.puente.registry.directory;

import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.puente.contracts.CapacityUnit;
import org.puente.contracts.Contact;
import org.puente.contracts.Dimension;
import org.puente.contracts.DirectoryFact.OfferPublished;
import org.puente.contracts.DirectoryStatus;
import org.puente.contracts.DossierField;
import org.puente.contracts.Eligibility;
import org.puente.contracts.InstitutionId;
import org.puente.contracts.Level;
import org.puente.contracts.LocalizedText;
import org.puente.contracts.NodeId;
import org.puente.contracts.OfferId;
import org.puente.contracts.OpeningHours;
import org.puente.contracts.Places;
import org.puente.contracts.Sex;
import org.puente.contracts.Weekday;
import org.puente.platform.testing.AnswerTimes;

/** Offers of other nodes. */
public final class Offers {
    private Offers() {}

    /** An offer of Guatemala's labour ministry, under an id of its own. */
    public static OfferPublished guatemalan(String name, Instant at) {
        return of("gtm", "gtm-" + UUID.randomUUID(), name, at);
    }

    public static OfferPublished renamed(OfferPublished offer, String name, Instant at) {
        return of(offer.node().value(), offer.offerId().value(), name, at);
    }

    public static OfferPublished of(String node, String id, String name, Instant at) {
        return of(node, id, name, false, at);
    }

    public static OfferPublished of(String node, String id, String name, boolean restricted, Instant at) {
        return of(node, id, name, "employment", restricted, DirectoryStatus.ACTIVE, at);
    }

    public static OfferPublished of(
            String node,
            String id,
            String name,
            String category,
            boolean restricted,
            DirectoryStatus status,
            Instant at) {
        return new OfferPublished(
                new OfferId(id),
                new InstitutionId(node + "-mintrab"),
                new NodeId(node),
                new LocalizedText(name, null),
                Level.COMMUNITY,
                Dimension.SOCIAL,
                category,
                new Eligibility(
                        List.of(Sex.FEMALE),
                        18,
                        24,
                        List.of("GTM"),
                        180,
                        List.of("return-certificate"),
                        List.of(),
                        true),
                List.of("GTM"),
                List.of(DossierField.GIVEN_NAMES),
                AnswerTimes.USUAL,
                List.of("spa", "mam"),
                List.of(new OpeningHours(
                        List.of(Weekday.MONDAY, Weekday.FRIDAY), LocalTime.of(8, 0), LocalTime.of(16, 30))),
                new Contact("+50222334455", "ventanilla@example.org", null),
                new Places(30, CapacityUnit.PERSONS),
                restricted,
                status,
                null,
                at);
    }
}
