package org.puente.reception.returns.dossiers;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.puente.contracts.ConsentGiver;
import org.puente.contracts.ConsentPurpose;
import org.puente.reception.returns.Consent;
import org.puente.reception.returns.ConsentTerms;
import org.puente.reception.returns.Registration;

/**
 * The purposes for which the consents of a case permit dossiers.
 *
 * @param referral whether the person may be referred
 * @param visits whether the person may be visited by an office that has not met them before
 */
public record PermittedPurposes(boolean referral, boolean visits) {

    /**
     * @param on the day; a consent that is withdrawn, or over on that day, permits nothing
     */
    public static PermittedPurposes by(Collection<Consent> consents, Registration of, LocalDate on) {
        return by(
                consents.stream()
                        .filter(consent -> consent.holds(on))
                        .map(Consent::terms)
                        .toList(),
                of);
    }

    /**
     * A child who came without parent or guardian is shown to visitors only if an authority orders
     * it (docs/glossary.md, "child alone"): a guardian far away does not know who visits.
     *
     * @param standing the terms that hold now
     */
    public static PermittedPurposes by(List<ConsentTerms> standing, Registration of) {
        return new PermittedPurposes(
                standing.stream().anyMatch(terms -> terms.purposes().contains(ConsentPurpose.REFERRAL)),
                standing.stream()
                        .filter(terms -> terms.purposes().contains(ConsentPurpose.FOLLOW_UP))
                        .anyMatch(terms -> terms.givenBy() == ConsentGiver.AUTHORITY || !of.childAlone()));
    }
}
