package org.puente.reception.arrivals;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.puente.contracts.AgeGroup;
import org.puente.contracts.Assistance;
import org.puente.contracts.LegalBasis;
import org.puente.contracts.Patterns;
import org.puente.contracts.Sex;
import org.puente.contracts.Will;
import org.puente.reception.returns.Registration;

/**
 * What is announced of an arrival, without its people.
 *
 * @param receptionPoint of any node
 * @param transport null if not known
 * @param returnedFrom ISO 3166-1 alpha-3
 * @param will of all people who come; null where it differs or is not known, as with the two after it
 * @param headcount how many come
 * @param prepare what to prepare, for how many people each; the manifest may say more
 * @param languages that people speak, for how many each; the manifest may say more
 * @param listed people on the manifest; 0 without one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Announcement(
        @NotNull @Pattern(regexp = Patterns.SLUG, message = "{puente.slug}")
        String receptionPoint,

        @NotNull Instant expectedAt,
        @Valid Registration.Transport transport,

        @NotNull @Pattern(regexp = Patterns.COUNTRY, message = "{puente.country}")
        String returnedFrom,

        Will will,
        Assistance assistance,
        LegalBasis legalBasis,
        @Size(max = 24) List<@NotNull @Valid People> headcount,
        @Size(max = 10) List<@NotNull @Valid Prepare> prepare,
        @Size(max = Announcement.MAX_LANGUAGES) List<@NotNull @Valid Language> languages,

        @Min(0) @Max(AnnounceRequest.MAX_PEOPLE) int listed) {

    static final int MAX_COUNT = 10_000;
    static final int MAX_LANGUAGES = 50;

    /** How many people of one sex and age group come. */
    record People(
            @NotNull Sex sex,
            @NotNull AgeGroup ageGroup,
            @Min(0) @Max(MAX_COUNT) int count) {}

    /** For how many people something is to be prepared. */
    record Prepare(
            @NotNull ArrivalNeed need,
            @Min(1) @Max(MAX_COUNT) int people) {}

    /**
     * How many people speak a language.
     *
     * @param language ISO 639-3
     */
    record Language(
            @NotNull @Pattern(regexp = Patterns.LANGUAGE, message = "{puente.language}")
            String language,

            @Min(1) @Max(MAX_COUNT) int people) {}

    /** Lists are never null; null elements stay, so that validation reports them at their place. */
    Announcement {
        headcount = copy(headcount);
        prepare = copy(prepare);
        languages = copy(languages);
    }

    /** The number of the flight or bus; null if it has none. */
    String reference() {
        return transport == null ? null : transport.reference();
    }

    /** The same with people who were added to the manifest later. */
    Announcement listing(int people) {
        return new Announcement(
                receptionPoint,
                expectedAt,
                transport,
                returnedFrom,
                will,
                assistance,
                legalBasis,
                headcount,
                prepare,
                languages,
                Math.max(listed, people));
    }

    int total() {
        return headcount.stream().mapToInt(People::count).sum();
    }

    int children() {
        return headcount.stream()
                .filter(people -> people.ageGroup().child())
                .mapToInt(People::count)
                .sum();
    }

    static <T> List<T> copy(List<T> values) {
        return values == null ? List.of() : Collections.unmodifiableList(new ArrayList<>(values));
    }
}
