package org.puente.reception.returns;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import org.puente.contracts.Sex;
import org.puente.platform.text.PlainText;

/**
 * A relative who stayed behind, in the country of origin or in the one that the person came back from. No fact holds
 * any of it. A parent who stayed behind is not responsible for a child on the way.
 *
 * @param relation what the relative is to the person
 * @param givenNames one of both names at least is known
 * @param birthDate null where it is not known
 * @param ageYears whole years on the day of the return; null where birth date is known, or no age
 * @param sex null if not known
 * @param place where the relative is; null if not known
 * @param phone E.164; null if there is none
 * @param mayBeServed whether a service may be for this relative: then those who serve the person's household may know
 *     of them; null for no
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Relative(
        @NotNull Kinship relation,

        @Pattern(regexp = Shapes.NAME, message = "{puente.name}")
        String givenNames,

        @Pattern(regexp = Shapes.NAME, message = "{puente.name}")
        String familyNames,

        LocalDate birthDate,
        @Min(0) @Max(120) Integer ageYears,
        Sex sex,
        @Valid Registration.Destination place,

        @Pattern(regexp = Shapes.PHONE, message = "{puente.phone}")
        String phone,

        Boolean mayBeServed) {
    public Relative {
        givenNames = PlainText.of(givenNames);
        familyNames = PlainText.of(familyNames);
    }

    /** Whether those who serve the household may know of the relative. */
    public boolean servable() {
        return Boolean.TRUE.equals(mayBeServed);
    }

    @Override
    public String toString() {
        return "Relative[…]";
    }
}
