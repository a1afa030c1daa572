package org.puente.reception.identity;

import java.time.LocalDate;
import org.puente.contracts.Sex;

/**
 * Name, birth and sex of a person, as stated by the person or by papers.
 *
 * @param givenNames null for a person who has none, or whom a restore has lost
 * @param familyNames null for a person who has none, or whom a restore has lost
 * @param birthDate null where only a year or an age is known
 * @param bornFrom first year of birth that fits
 * @param bornTo last year of birth that fits
 */
public record Identity(String givenNames, String familyNames, LocalDate birthDate, int bornFrom, int bornTo, Sex sex) {
    private static final int LAST_YEAR = 9999;

    /** Of a person of whom nothing is known: it agrees with everybody. */
    public static final Identity LOST = new Identity(null, null, null, 0, LAST_YEAR, Sex.UNKNOWN);

    /**
     * Whether both may be one person: names alike except for typing errors, the same birth as far
     * as it is known, no different sex. Only then a document that both bring belongs to one person.
     * An identity without names, such as a foundling's, agrees with every name, but not with every birth and sex.
     */
    public boolean agreesWith(Identity other) {
        return sameSex(other)
                && sameBirth(other)
                && (nameless() || other.nameless() || Names.of(this).alike(Names.of(other)));
    }

    /** Whether there is no name at all. */
    public boolean nameless() {
        return givenNames == null && familyNames == null;
    }

    private boolean sameSex(Identity other) {
        return sex == other.sex || sex == Sex.UNKNOWN || other.sex == Sex.UNKNOWN;
    }

    private boolean sameBirth(Identity other) {
        return birthDate != null && other.birthDate != null
                ? birthDate.equals(other.birthDate)
                : bornFrom <= other.bornTo && other.bornFrom <= bornTo;
    }

    /** Shows nothing of the person: a log or an exception may print this text. */
    @Override
    public String toString() {
        return "Identity[…]";
    }
}
