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
     * What an institution that is not the owner may know and pass on by its own decision. Without the places of danger
     * it may pass on nothing, in every answer as if the owner had amended all since: so no two answers together show
     * that danger is recorded. A child alone who waits for a protection authority goes there, and nowhere else; the
     * authority decides itself where the child is safe.
     *
     * @param sent what the institution was sent and the owner has not amended since
     * @param waitsForProtection whether no protection authority has taken on the child alone yet
     */
    public Fields permit(Fields sent, boolean waitsForProtection) {
        return sent.has(DossierField.RESTRICTED) ? sent : permitWithoutPerson(sent, waitsForProtection);
    }

    /** As {@link #permit}, where nobody decides: whatever was sent, nobody in danger is sent on. */
    public Fields permitWithoutPerson(Fields sent, boolean waitsForProtection) {
        return isEmpty() || waitsForProtection ? sent : Fields.NONE;
    }

    /**
     * The fields that whoever refers to an offer has to know. An offer that needs none is referred to by who knows the
     * given names: else to wait for it would show that danger is recorded.
     */
    public static List<DossierField> asked(OfferPublished offer) {
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
