package org.puente.followup;

import java.time.Instant;
import java.util.List;
import org.puente.contracts.Dimension;
import org.puente.contracts.DirectoryFact.InstitutionPublished;
import org.puente.contracts.DirectoryFact.NodePublished;
import org.puente.contracts.DirectoryFact.OfferPublished;
import org.puente.contracts.DirectoryStatus;
import org.puente.contracts.Eligibility;
import org.puente.contracts.InstitutionId;
import org.puente.contracts.InstitutionKind;
import org.puente.contracts.Jwks;
import org.puente.contracts.Level;
import org.puente.contracts.LocalizedText;
import org.puente.contracts.Mandate;
import org.puente.contracts.NodeId;
import org.puente.contracts.OfferId;
import org.puente.platform.testing.AnswerTimes;

/** What the registry of Honduras publishes. */
public final class Registry {
    private Registry() {}

    public static NodePublished node() {
        return new NodePublished(
                new NodeId("hnd"),
                "HND",
                "Honduras",
                Person.ZONE.getId(),
                new Jwks(List.of()),
                Instant.parse("2026-01-01T00:00:00Z"));
    }

    /** An institution that follows people up. */
    public static InstitutionPublished institution(String id, String node) {
        return new InstitutionPublished(
                new InstitutionId(id),
                new NodeId(node),
                id,
                InstitutionKind.MUNICIPAL,
                List.of(Mandate.FOLLOW_UP),
                List.of(),
                DirectoryStatus.ACTIVE,
                null,
                Instant.now());
    }

    public static OfferPublished offer(String institution, String area) {
        return new OfferPublished(
                new OfferId(institution + "-offer"),
                new InstitutionId(institution),
                new NodeId("hnd"),
                new LocalizedText("Seguimiento", null),
                Level.INDIVIDUAL,
                Dimension.SOCIAL,
                "one-stop-desk",
                Eligibility.ANYONE,
                List.of(area),
                List.of(),
                AnswerTimes.USUAL,
                List.of(),
                List.of(),
                null,
                null,
                false,
                DirectoryStatus.ACTIVE,
                null,
                Instant.now());
    }
}
