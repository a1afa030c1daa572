package org.puente.followup.directory;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.puente.contracts.Destination;
import org.puente.contracts.InstitutionId;

/** The offices of this node that follow people up. */
public record Offices(List<Office> all) {
    /** The office with the fewest areas counts as the nearest; equal offices are sorted by id. */
    private static final Comparator<Office> NEAREST = Comparator.<Office>comparingInt(
                    office -> office.areas().size())
            .thenComparing(office -> office.institution().value());

    public Offices {
        all = List.copyOf(all);
    }

    /**
     * The office for a destination: an office that covers the subdivision, else an office that
     * covers the country.
     *
     * @param destination null if unknown or restricted: then there is no office
     * @param allowed tests whether an institution may follow this person up
     */
    public Optional<InstitutionId> nearest(Destination destination, Predicate<InstitutionId> allowed) {
        if (destination == null) {
            return Optional.empty();
        }
        return covering(destination.subdivision(), allowed).or(() -> covering(destination.country(), allowed));
    }

    /** Whether an institution follows people up at all. */
    public boolean names(InstitutionId institution) {
        return all.stream().anyMatch(office -> office.institution().equals(institution));
    }

    private Optional<InstitutionId> covering(String area, Predicate<InstitutionId> allowed) {
        return all.stream()
                .filter(office -> area != null && office.areas().contains(area))
                .filter(office -> allowed.test(office.institution()))
                .min(NEAREST)
                .map(Office::institution);
    }
}
