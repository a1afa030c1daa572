package org.puente.reception.returns;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.puente.contracts.CaseId;
import org.puente.contracts.Profile;

/**
 * Whether a child came alone. "Unaccompanied: without any adult responsible; separated: with an adult who is not the
 * parent or guardian" (docs/glossary.md, "child alone"; CRM workshop 2022, Introducción, p. 2–5). What a desk has
 * stated and what follows from the responsible adults may differ: the stricter of both is in force, since a claim to
 * be the parent must not end a child's protection by itself (ADR 045).
 */
public final class UnaccompaniedOrSeparated {
    private UnaccompaniedOrSeparated() {}

    /**
     * What follows from those who are responsible for a child.
     *
     * @param nobody whether the desk found that nobody is responsible
     * @return empty for a child with parent or guardian, and where nothing is known
     */
    static Optional<Profile> of(List<ResponsibleAdult> responsible, boolean nobody) {
        if (nobody) {
            return Optional.of(Profile.UNACCOMPANIED_CHILD);
        }
        boolean accompanied =
                responsible.stream().anyMatch(adult -> adult.relation().isParentOrGuardian());
        return responsible.isEmpty() || accompanied ? Optional.empty() : Optional.of(Profile.SEPARATED_CHILD);
    }

    /**
     * The profile that is in force.
     *
     * @param stated the profiles that the desk has given
     * @param ruled as {@link #of} gives it
     */
    static Optional<Profile> inForce(List<Profile> stated, Optional<Profile> ruled) {
        return Stream.of(Profile.UNACCOMPANIED_CHILD, Profile.SEPARATED_CHILD)
                .filter(profile -> stated.contains(profile)
                        || ruled.filter(profile::equals).isPresent())
                .findFirst();
    }

    /** The profile that is in force by a registration. */
    static Optional<Profile> inForce(Registration registration) {
        return inForce(registration.profiles(), byRule(registration));
    }

    /** What follows from those whom a registration names as responsible. */
    static Optional<Profile> byRule(Registration registration) {
        return of(registration.responsible(), registration.withoutAdult());
    }

    /** The profile in force where the desk has stated it and those who are responsible contradict it; else empty. */
    static Optional<Profile> byStatementOnly(Registration registration) {
        return registration.responsible().isEmpty()
                ? Optional.empty()
                : inForce(registration).filter(profile -> !byRule(registration).equals(Optional.of(profile)));
    }

    /** Whether it is not recorded who is responsible for a child, nor that nobody is. */
    public static boolean isUnknown(Registration registration) {
        return registration.child()
                && !registration.childAlone()
                && registration.responsible().isEmpty();
    }

    /** Whether a child was protected more before than after. */
    public static boolean isReduced(Registration before, Registration after) {
        return isStricter(inForce(before), inForce(after));
    }

    /**
     * The state after an amendment, where another answer to who is responsible for a child ends no protection: what was
     * in force becomes a stated profile. Only an amendment that leaves those who are responsible as they are takes it
     * away.
     */
    public static Registration keepingProtection(Registration before, Registration after) {
        boolean sameAdults =
                after.responsible().equals(before.responsible()) && after.withoutAdult() == before.withoutAdult();
        return sameAdults || !after.child() || !isReduced(before, after)
                ? after
                : after.with(over(after.profiles(), inForce(before)), after.responsible());
    }

    /** The state after the returns of some adults were erased; it protects a child no less than before. */
    public static Registration withoutAdults(Registration before, Set<CaseId> erased) {
        List<ResponsibleAdult> left = before.responsible().stream()
                .filter(adult -> !erased.contains(adult.caseId()))
                .toList();
        return keepingProtection(before, before.with(before.profiles(), left));
    }

    /** Whether one protects a child more than the other: unaccompanied more than separated, that more than neither. */
    static boolean isStricter(Optional<Profile> one, Optional<Profile> other) {
        return one.isPresent() && !one.equals(other) && !other.equals(Optional.of(Profile.UNACCOMPANIED_CHILD));
    }

    /** The stated profiles with the one in force in place of a weaker one. */
    static List<Profile> over(List<Profile> stated, Optional<Profile> inForce) {
        if (inForce.isEmpty() || stated.contains(inForce.get())) {
            return stated;
        }
        List<Profile> profiles = new ArrayList<>(new LinkedHashSet<>(stated));
        profiles.removeAll(List.of(Profile.UNACCOMPANIED_CHILD, Profile.SEPARATED_CHILD));
        profiles.add(inForce.get());
        return List.copyOf(profiles);
    }
}
