package org.puente.reception.identity;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import org.puente.contracts.Sex;

/**
 * What two registrations are compared by.
 *
 * @param words of the names, as they are compared, in their order; empty for a person without names
 * @param birthDate null where only a year or an age is known
 * @param bornFrom first year of birth that fits
 * @param bornTo last year of birth that fits
 * @param nationality ISO 3166-1 alpha-3, or a code of ICAO 9303 for people without one
 * @param subdivision ISO 3166-2, where the person goes; null if unknown or unsafe to know
 * @param municipality its name, as it is compared; null if unknown or unsafe to know
 * @param documents kind and number of those that identify one person
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Features(
        List<String> words,
        LocalDate birthDate,
        int bornFrom,
        int bornTo,
        Sex sex,
        String nationality,
        String subdivision,
        String municipality,
        List<String> documents) {
    public Features {
        words = words == null ? List.of() : words;
        documents = documents == null ? List.of() : documents;
    }

    /** Features without a place or a document. */
    public static Features of(Identity identity, String nationality) {
        return new Features(
                Names.of(identity).written(),
                identity.birthDate(),
                identity.bornFrom(),
                identity.bornTo(),
                identity.sex(),
                nationality,
                null,
                null,
                List.of());
    }

    /**
     * @param where ISO 3166-2; null if unknown
     * @param town its name; null if unknown
     */
    public Features goingTo(String where, String town) {
        String compared = town == null ? null : Fingerprints.letters(town);
        return new Features(words, birthDate, bornFrom, bornTo, sex, nationality, where, compared, documents);
    }

    /** The nationality stands for the issuer of a passport: each issuer has its own numbers. */
    public Features bringing(Collection<IdentityDocument> brought) {
        List<String> identifying = brought.stream()
                .filter(IdentityDocument::identifies)
                .map(document -> document.kind() == DocumentKind.PASSPORT
                        ? document.kind().code() + " " + nationality + " " + document.normalised()
                        : document.kind().code() + " " + document.normalised())
                .toList();
        return new Features(
                words,
                birthDate,
                bornFrom,
                bornTo,
                sex,
                nationality,
                subdivision,
                municipality,
                List.copyOf(new TreeSet<>(identifying)));
    }

    Names names() {
        return Names.of(words);
    }

    /** Whether there is a name or a document by which to match. */
    boolean comparable() {
        return !nameless() || !documents.isEmpty();
    }

    boolean nameless() {
        return words.isEmpty();
    }

    boolean sharesADocumentWith(Features other) {
        return !Collections.disjoint(documents, other.documents);
    }

    @Override
    public String toString() {
        return "Features[…]";
    }
}
