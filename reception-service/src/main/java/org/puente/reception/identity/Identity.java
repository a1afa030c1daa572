package org.puente.reception.identity;

import java.time.LocalDate;
import org.puente.contracts.Sex;

/**
 * What somebody says of themselves, and papers say of them.
 *
 * @param birthDate null where only an age is known
 * @param bornFrom first year of birth that fits
 * @param bornTo last year of birth that fits
 */
public record Identity(String givenNames, String familyNames, LocalDate birthDate, int bornFrom, int bornTo, Sex sex) {

    /**
     * Whether both may well be one person: names alike but for how they are typed, the same birth
     * as far as it is known, no other sex. A document that both bring is one person's only then. Of
     * one whose name a restore has lost nothing is known that speaks against it.
     */
    public boolean agreesWith(Identity other) {
        return isLost() || other.isLost() || agrees(other);
    }

    private boolean isLost() {
        return givenNames == null;
    }

    private boolean agrees(Identity other) {
        return sameSex(other) && sameBirth(other) && Names.of(this).alike(Names.of(other));
    }

    private boolean sameSex(Identity other) {
        return sex == other.sex || sex == Sex.UNKNOWN || other.sex == Sex.UNKNOWN;
    }

    private boolean sameBirth(Identity other) {
        return birthDate != null && other.birthDate != null
                ? birthDate.equals(other.birthDate)
                : bornFrom <= other.bornTo && other.bornFrom <= bornTo;
    }

    /** Nothing of the person: a log or an exception may print it. */
    @Override
    public String toString() {
        return "Identity[…]";
    }
}
