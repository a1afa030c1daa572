package org.puente.reception.identity;

import java.time.LocalDate;
import org.puente.contracts.Sex;

/**
 * Name, birth and sex of a person, as stated by the person or by papers.
 *
 * @param birthDate null where only an age is known
 * @param bornFrom first year of birth that fits
 * @param bornTo last year of birth that fits
 */
public record Identity(String givenNames, String familyNames, LocalDate birthDate, int bornFrom, int bornTo, Sex sex) {

    /**
     * Whether both may be one person: names alike except for typing errors, the same birth as far
     * as it is known, no different sex. Only then a document that both bring belongs to one person.
     * An identity whose names a restore has lost agrees with every other.
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

    /** Shows nothing of the person: a log or an exception may print this text. */
    @Override
    public String toString() {
        return "Identity[…]";
    }
}
