package org.puente.reception.returns;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.puente.contracts.ConsentGiver;
import org.puente.contracts.ConsentPurpose;

/**
 * For which purposes the consents of a case let dossiers be.
 *
 * @param referral whether the person may be referred
 * @param visits whether the person may be followed up by those who are not to have met them
 */
record PermittedPurposes(boolean referral, boolean visits) {

    /**
     * @param on the day; a consent that is withdrawn or over by then permits nothing
     */
    static PermittedPurposes by(Collection<Consent> consents, Registration of, LocalDate on) {
        return by(
                consents.stream().filter(it -> it.holds(on)).map(Consent::terms).toList(), of);
    }

    /**
     * Of a child who came without parent or guardian nobody is told for a visit before a protection
     * authority orders it (docs/glossary.md, "child alone"): a guardian far away does not know who
     * comes.
     *
     * @param standing terms that hold
     */
    static PermittedPurposes by(List<ConsentTerms> standing, Registration of) {
        return new PermittedPurposes(
                standing.stream().anyMatch(it -> it.purposes().contains(ConsentPurpose.REFERRAL)),
                standing.stream()
                        .filter(it -> it.purposes().contains(ConsentPurpose.FOLLOW_UP))
                        .anyMatch(it -> it.givenBy() == ConsentGiver.AUTHORITY || !of.childAlone()));
    }
}
