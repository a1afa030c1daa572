package org.puente.followup.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.puente.contracts.InstitutionId;
import org.puente.contracts.Party;
import org.puente.followup.dossiers.Permission;

/** What all known consents of one case permit together. */
record KnownConsents(List<Consent> all) {

    boolean cover(InstitutionId office, Situation situation) {
        return covering(office, situation).findAny().isPresent();
    }

    /** The last day on which a consent covers the office; empty if there is no end. */
    Optional<LocalDate> lastDay(InstitutionId office, Situation situation) {
        return covering(office, situation)
                .map(Consent::until)
                .max(Comparator.naturalOrder())
                .filter(until -> !until.equals(LocalDate.MAX));
    }

    private Stream<Consent> covering(InstitutionId office, Situation situation) {
        Party party = new Party(situation.node(), office);
        return all.stream().filter(consent -> consent.covers(party, situation.today()));
    }

    /** Whether the latest consent to follow-up was withdrawn. */
    boolean isWithdrawn() {
        return all.stream()
                .filter(Consent::isForFollowUp)
                .max(Comparator.comparing(consent -> consent.at))
                .map(consent -> consent.withdrawn)
                .orElse(false);
    }

    /** Whether a dossier for visits may be held for a case that may have more visits. */
    Permission permission(UUID caseId, LocalDate today) {
        return all.stream()
                .filter(consent -> consent.permitsFollowUp(today))
                .map(Consent::until)
                .max(Comparator.naturalOrder())
                .map(until -> Permission.standing(caseId, until))
                .orElseGet(() -> Permission.without(caseId, lastChange()));
    }

    private Instant lastChange() {
        return all.stream()
                .map(consent -> consent.at)
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
    }
}
