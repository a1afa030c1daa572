package org.puente.referral.dossiers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.puente.contracts.Countries;
import org.puente.contracts.DirectoryFact.OfferPublished;
import org.puente.contracts.DossierField;

/**
 * Where a person is in danger, as the sealed dossier of the case has it; no fact does. An offer is near if all that it
 * covers is there, and partly near if some of it is: a nationwide offer can serve the person elsewhere.
 *
 * @param areas ISO 3166-2, or ISO 3166-1 alpha-3 where a whole country is dangerous
 * @param known false where there is no dossier that could be opened
 */
public record DangerPlaces(Set<String> areas, boolean known) {
    public static final DangerPlaces NONE = new DangerPlaces(Set.of());
    public static final DangerPlaces UNKNOWN = new DangerPlaces(Set.of(), false);

    public DangerPlaces {
        areas = Set.copyOf(areas);
    }

    public DangerPlaces(Set<String> areas) {
        this(areas, true);
    }

    /**
     * @param dossier an opened one of a case; null where none stands or it cannot be opened
     */
    public static DangerPlaces in(ObjectNode dossier) {
        if (dossier == null) {
            return UNKNOWN;
        }
        Set<String> areas = new HashSet<>();
        for (JsonNode place : dossier.path(DossierField.RESTRICTED.code()).path("dangerPlaces")) {
            areas.add(place.path(place.hasNonNull("subdivision") ? "subdivision" : "country")
                    .asText());
        }
        return new DangerPlaces(areas);
    }

    public boolean isEmpty() {
        return areas.isEmpty();
    }

    /** Whether an offer is where the person is in danger. One that names no area is not known to be. */
    public boolean include(OfferPublished offer) {
        return !offer.coverage().isEmpty() && offer.coverage().stream().allMatch(this::includes);
    }

    /** Whether an offer covers a place where the person is in danger, or a part of its country that may be it. */
    public boolean overlap(OfferPublished offer) {
        return offer.coverage().stream()
                .anyMatch(covered -> includes(covered)
                        || areas.stream().anyMatch(area -> Countries.of(area).equals(covered)));
    }

    /**
     * The fields for which somebody waits who may not learn that danger is recorded: those that the offer needs, as
     * where the owner has amended them since they were sent.
     */
    public static List<DossierField> waiting(OfferPublished offer) {
        return offer.needsFields().isEmpty() ? List.of(DossierField.GIVEN_NAMES) : offer.needsFields();
    }

    private boolean includes(String covered) {
        return areas.contains(covered) || areas.contains(Countries.of(covered));
    }

    /** Shows nothing: a log may print this text. */
    @Override
    public String toString() {
        return "DangerPlaces[…]";
    }
}
