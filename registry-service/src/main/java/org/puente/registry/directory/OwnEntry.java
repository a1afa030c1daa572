package org.puente.registry.directory;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.puente.contracts.Code;
import org.puente.contracts.DirectoryFact.InstitutionPublished;
import org.puente.contracts.DirectoryFact.OfferPublished;
import org.puente.contracts.DirectoryStatus;
import org.puente.contracts.InstitutionId;
import org.puente.contracts.LocalizedText;
import org.puente.platform.json.Json;

/**
 * The published state of an institution or an offer of this node.
 *
 * @param key stable id
 * @param id e.g. {@code mex-salud}
 * @param assuredOn null if nobody has ever assured the entry
 */
public record OwnEntry(
        UUID key,
        Kind kind,
        String id,
        InstitutionId institution,
        LocalizedText name,
        DirectoryStatus status,
        LocalDate assuredOn,
        Instant updatedAt) {

    /** The kind of an entry; its code is the first part of the subject. */
    public enum Kind implements Code {
        INSTITUTION,
        OFFER
    }

    /** Reads a row of kind and state. */
    static OwnEntry of(Object[] row) {
        String state = (String) row[1];
        return row[0].equals(Kind.OFFER.code())
                ? of(Json.read(state, OfferPublished.class))
                : of(Json.read(state, InstitutionPublished.class));
    }

    private static OwnEntry of(OfferPublished offer) {
        return new OwnEntry(
                StableId.of(offer.node(), offer.subject()),
                Kind.OFFER,
                offer.offerId().value(),
                offer.institution(),
                offer.name(),
                offer.status(),
                offer.assuredOn(),
                offer.updatedAt());
    }

    private static OwnEntry of(InstitutionPublished institution) {
        return new OwnEntry(
                StableId.of(institution.node(), institution.subject()),
                Kind.INSTITUTION,
                institution.institution().value(),
                institution.institution(),
                new LocalizedText(institution.name(), null),
                institution.status(),
                institution.assuredOn(),
                institution.updatedAt());
    }
}
