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

/**
 * The person who returned. Names are stored as people read them, without invisible characters.
 *
 * @param birthDate null where only an age is known
 * @param ageYears whole years on the day of the return; null where the birth date is known
 * @param nationality ISO 3166-1 alpha-3, or XXA, XXB, XXC and XXX of ICAO 9303 for a person without
 *     one
 * @param phones E.164
 * @param languages ISO 639-3, best known first
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Person(
        @NotNull @Pattern(regexp = Shapes.NAME, message = "{puente.name}")
        String givenNames,

        @NotNull @Pattern(regexp = Shapes.NAME, message = "{puente.name}")
        String familyNames,

        LocalDate birthDate,
        Integer ageYears,
        @NotNull Sex sex,

        @NotNull @Pattern(regexp = Patterns.COUNTRY, message = "{puente.country}")
        String nationality,

        @Size(max = 10) List<@NotNull @Valid IdentityDocument> documents,
        @Size(max = 5) List<@NotNull @Pattern(regexp = Shapes.PHONE, message = "{puente.phone}") String> phones,

        @Size(max = 10)
        List<@NotNull @Pattern(regexp = Patterns.LANGUAGE, message = "{puente.language}") String> languages) {

    public Person {
        givenNames = PlainText.of(givenNames);
        familyNames = PlainText.of(familyNames);
        documents = Shapes.list(documents);
        phones = Shapes.list(phones);
        languages = Shapes.list(languages);
    }

    /** Whole years; negative before birth. */
    int ageOn(LocalDate day) {
        return birthDate == null
                ? ageYears
                : day.isBefore(birthDate) ? -1 : Period.between(birthDate, day).getYears();
    }

    /** The birth date as text, or else the age. */
    String born() {
        return birthDate == null ? ageYears + " years" : birthDate.toString();
    }

    /** Shows nothing of the person: a log or an exception may print this text. */
    @Override
    public String toString() {
        return "Person[…]";
    }
}
