package org.puente.contracts;

import java.util.List;
import org.puente.contracts.DirectoryFact.OfferPublished;

/**
 * The rule for a child who came without parent or guardian: a protection authority takes the child
 * on before anything else is offered (docs/glossary.md, "child alone").
 */
public final class ChildAlone {
    /** The category of offers that only protection authorities make. */
    public static final String CHILD_PROTECTION = "child-protection";

    private ChildAlone() {}

    /** Whether a person is a child without parent or guardian. */
    public static boolean is(List<Profile> profiles) {
        return profiles.contains(Profile.UNACCOMPANIED_CHILD) || profiles.contains(Profile.SEPARATED_CHILD);
    }

    /** Whether an offer is open to the person only once a protection authority has taken on the child. */
    public static boolean asksForProtection(List<Profile> profiles, OfferPublished offer) {
        return is(profiles) && !offer.category().equals(CHILD_PROTECTION);
    }

    /**
     * @param isProtected whether a protection authority has taken on the child
     * @return whether the offer is not open to the person yet
     */
    public static boolean waitsForProtection(List<Profile> profiles, OfferPublished offer, boolean isProtected) {
        return !isProtected && asksForProtection(profiles, offer);
    }
}
