package org.puente.reception.returns;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.puente.contracts.Patterns;
import org.puente.contracts.Sex;
import org.puente.platform.text.PlainText;
import org.puente.reception.identity.IdentityDocument;
import org.puente.reception.identity.PaperStep;

/**
 * The person who returned. Names are stored as people read them, without invisible characters. Exactly one of birth
 * date, birth year and age is known.
 *
 * @param givenNames null for a person who has none: with one name only, that name may stand in either field
 * @param familyNames null for a person who has none
 * @param birthDate null where only a year or an age is known
 * @param ageYears whole years on the day of the return; null where birth date or year is known
 * @param nationality ISO 3166-1 alpha-3, or XXA, XXB, XXC and XXX of ICAO 9303 for a person without
 *     one
 * @param phones E.164
 * @param languages ISO 639-3, best known first
 * @param birthYear null where the birth date is known, or only an age
 * @param ageEstimated whether the age is a guess; null for no
 * @param withoutNames true for a person of whom no name is known, such as a foundling; null otherwise
 * @param papers the steps taken so far to get papers that the person lacks
 * @param safeContact how the person can be contacted without danger; null where nothing calls for care
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Person(
        @Pattern(regexp = Shapes.NAME, message = "{puente.name}")
        String givenNames,

        @Pattern(regexp = Shapes.NAME, message = "{puente.name}")
        String familyNames,

        LocalDate birthDate,
        Integer ageYears,
        @NotNull Sex sex,

        @NotNull @Pattern(regexp = Patterns.COUNTRY, message = "{puente.country}")
        String nationality,

        @Size(max = 10) List<@NotNull @Valid IdentityDocument> documents,
        @Size(max = 5) List<@NotNull @Pattern(regexp = Shapes.PHONE, message = "{puente.phone}") String> phones,

        @Size(max = 10)
        List<@NotNull @Pattern(regexp = Patterns.LANGUAGE, message = "{puente.language}") String> languages,

        Integer birthYear,
        Boolean ageEstimated,
        Boolean withoutNames,

        @JsonInclude(JsonInclude.Include.NON_EMPTY) @Size(max = 30)
        List<@NotNull @Valid PaperStep> papers,

        @Valid SafeContact safeContact) {

    public Person {
        givenNames = PlainText.of(givenNames);
        familyNames = PlainText.of(familyNames);
        documents = Shapes.list(documents);
        phones = Shapes.list(phones);
        languages = Shapes.list(languages);
        papers = Shapes.list(papers);
    }

    /** A person with names, and a birth date or an age that is known. */
    public Person(
            String givenNames,
            String familyNames,
            LocalDate birthDate,
            Integer ageYears,
            Sex sex,
            String nationality,
            List<IdentityDocument> documents,
            List<String> phones,
            List<String> languages) {
        this(
                givenNames,
                familyNames,
                birthDate,
                ageYears,
                sex,
                nationality,
                documents,
                phones,
                languages,
                null,
                null,
                null,
                List.of(),
                null);
    }

    /** The same person with what facts have published since. */
    public Person as(Sex published, String nationality, List<String> languages) {
        return new Person(
                givenNames,
                familyNames,
                birthDate,
                ageYears,
                published,
                nationality,
                documents,
                phones,
                languages,
                birthYear,
                ageEstimated,
                withoutNames,
                papers,
                safeContact);
    }

    /** Whether the person has no names, in difference to one whom a restore has lost. */
    public boolean nameless() {
        return Boolean.TRUE.equals(withoutNames);
    }

    /** Whether a restore has lost the person; then the desk has to enter them again. */
    public boolean lost() {
        return givenNames == null && familyNames == null && !nameless();
    }

    /** Whether anything is known of the birth. */
    public boolean ageKnown() {
        return birthDate != null || birthYear != null || ageYears != null;
    }

    boolean guessedAge() {
        return Boolean.TRUE.equals(ageEstimated);
    }

    /** Null where only an age is known. */
    public Integer knownBirthYear() {
        return birthDate == null ? birthYear : Integer.valueOf(birthDate.getYear());
    }

    /**
     * Whole years; negative before birth. Where only the year is known, the youngest age that fits, so that no child
     * is taken for an adult.
     */
    public int ageOn(LocalDate day) {
        if (birthDate != null) {
            return day.isBefore(birthDate) ? -1 : Period.between(birthDate, day).getYears();
        }
        if (birthYear != null) {
            return birthYear == day.getYear() ? 0 : day.getYear() - birthYear - 1;
        }
        return ageYears;
    }

    /** The birth date as text, or else the year, or the age. */
    String born() {
        if (birthDate != null) {
            return birthDate.toString();
        }
        return birthYear == null ? ageYears + " years" : birthYear.toString();
    }

    /** Shows nothing of the person: a log or an exception may print this text. */
    @Override
    public String toString() {
        return "Person[…]";
    }
}
