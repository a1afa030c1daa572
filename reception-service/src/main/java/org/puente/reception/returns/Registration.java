package org.puente.reception.returns;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;
import org.puente.contracts.Assistance;
import org.puente.contracts.Cause;
import org.puente.contracts.Dimension;
import org.puente.contracts.HouseholdId;
import org.puente.contracts.LegalBasis;
import org.puente.contracts.Need;
import org.puente.contracts.Patterns;
import org.puente.contracts.Priority;
import org.puente.contracts.Profile;
import org.puente.contracts.TransportMode;
import org.puente.contracts.Will;
import org.puente.platform.text.PlainText;
import org.puente.reception.identity.Features;
import org.puente.reception.identity.Identity;
import org.puente.reception.returns.background.Background;

/**
 * What intake records of a return. It holds personal data, which is stored in this service's own
 * database and goes sealed into a dossier. {@link Facts} defines what others may know.
 *
 * @param returnedOn day of the return, in the node's time zone
 * @param returnedFrom ISO 3166-1 alpha-3
 * @param assistance null if not known
 * @param legalBasis null if not known
 * @param transport null if not known
 * @param household null if alone
 * @param skills slugs, the same as the categories of offers
 * @param destination null if unknown
 * @param background law, reasons and conditions of the return, earlier work, studies; null if not asked
 * @param happenedAt when the desk wrote it down, by the client's clock; null where that is now. It is kept and
 *     shown; nothing is decided by it, since a clock without network may be wrong
 * @param responsible who is responsible for a child; empty if nobody is known, and for an adult
 * @param nobodyResponsible true for a child for whom the desk found nobody responsible; null otherwise
 * @param relatives who stayed behind
 * @param consent given at registration; null in the stored registration: consents have their own
 *     table
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        properties =
                @SchemaProperty(
                        name = "caseId",
                        type = SchemaType.STRING,
                        format = "uuid",
                        description = "Made by a client without network in the last 90 days, as UUID version 7. The"
                                + " same registration under the same `caseId` changes nothing, unless it was erased"))
public record Registration(
        @NotNull @Valid Person person,
        @NotNull LocalDate returnedOn,

        @NotNull @Pattern(regexp = Patterns.SLUG, message = "{puente.slug}")
        String receptionPoint,

        @NotNull @Pattern(regexp = Patterns.COUNTRY, message = "{puente.country}")
        String returnedFrom,

        @NotNull Will will,
        Assistance assistance,
        LegalBasis legalBasis,
        @Valid Transport transport,
        @Valid Household household,
        @Size(max = 8) List<@NotNull Profile> profiles,
        @Valid Restricted restricted,
        @Size(max = 7) List<@NotNull Cause> causes,
        @Size(max = 20) List<@NotNull @Valid NeedOf> needs,
        @Size(max = 30) List<@NotNull @Pattern(regexp = Patterns.SLUG, message = "{puente.slug}") String> skills,
        @Valid Destination destination,
        @Valid Background background,
        Instant happenedAt,

        @JsonInclude(JsonInclude.Include.NON_EMPTY) @Size(max = 4)
        List<@NotNull @Valid ResponsibleAdult> responsible,

        Boolean nobodyResponsible,

        @JsonInclude(JsonInclude.Include.NON_EMPTY) @Size(max = 10)
        List<@NotNull @Valid Relative> relatives,

        @Valid ConsentTerms consent) {

    /**
     * @param reference the carrier's number of flight or bus; null if there is none
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Transport(
            @NotNull TransportMode mode,

            @Pattern(regexp = Patterns.REFERENCE, message = "{puente.reference}")
            String reference) {}

    /**
     * @param id made by the caller; the same for all people who return together
     * @param role null if not known
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Household(@NotNull HouseholdId id, HouseholdRole role) {}

    /** A need; the category is a slug, the same as the category of an offer. */
    public record NeedOf(
            @NotNull Dimension dimension,

            @NotNull @Pattern(regexp = Patterns.SLUG, message = "{puente.slug}")
            String category,

            @NotNull Priority urgency) {
        Need need() {
            return new Need(dimension, category, urgency);
        }
    }

    /**
     * Where the person goes.
     *
     * @param country ISO 3166-1 alpha-3
     * @param subdivision ISO 3166-2; null if unknown
     * @param municipality name; never in a fact; null if unknown
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Destination(
            @NotNull @Pattern(regexp = Patterns.COUNTRY, message = "{puente.country}")
            String country,

            @Pattern(regexp = Patterns.SUBDIVISION, message = "{puente.subdivision}")
            String subdivision,

            @Pattern(regexp = Shapes.NAME, message = "{puente.name}")
            String municipality) {
        public Destination {
            municipality = PlainText.of(municipality);
        }

        @Override
        public String toString() {
            return "Destination[…]";
        }
    }

    private static final int OF_AGE = 18;

    /** An age that a desk has guessed is right within so many years. */
    private static final int GUESSED_AGE_YEARS = 5;

    /** Lists are never null. */
    public Registration {
        profiles = Shapes.list(profiles);
        causes = Shapes.list(causes);
        needs = Shapes.list(needs);
        skills = Shapes.list(skills);
        responsible = Shapes.list(responsible);
        relatives = Shapes.list(relatives);
    }

    Registration with(List<Profile> otherProfiles, List<ResponsibleAdult> otherAdults) {
        return copy(otherProfiles, otherAdults, consent);
    }

    /** As it is stored: consents have their own table. */
    public Registration withoutConsent() {
        return copy(profiles, responsible, null);
    }

    private Registration copy(
            List<Profile> otherProfiles, List<ResponsibleAdult> otherAdults, ConsentTerms otherConsent) {
        return new Registration(
                person,
                returnedOn,
                receptionPoint,
                returnedFrom,
                will,
                assistance,
                legalBasis,
                transport,
                household,
                otherProfiles,
                restricted,
                causes,
                needs,
                skills,
                destination,
                background,
                happenedAt,
                otherAdults,
                nobodyResponsible,
                relatives,
                otherConsent);
    }

    /** The kind of act that others are told of: the one that the desk named, or that of the provision of law. */
    LegalBasis act() {
        return legalBasis != null || background == null || background.legalProvision() == null
                ? legalBasis
                : background.legalProvision().act();
    }

    /** Whole years on the day of the return. */
    public int age() {
        return person.ageOn(returnedOn);
    }

    /** Under 18, as in all four countries. */
    public boolean child() {
        return age() < OF_AGE;
    }

    /** Whether a child came without parent or guardian. */
    public boolean childAlone() {
        return aloneAs().isPresent();
    }

    /** Whether a child is unaccompanied or separated, by what the desk has stated or by who is responsible. */
    public Optional<Profile> aloneAs() {
        return UnaccompaniedOrSeparated.inForce(this);
    }

    /** The profiles that facts, dossiers and rules go by: those stated, with what follows from who is responsible. */
    public List<Profile> profilesInForce() {
        return UnaccompaniedOrSeparated.over(profiles, aloneAs());
    }

    /** Whether the desk found that nobody is responsible for the child. */
    boolean withoutAdult() {
        return Boolean.TRUE.equals(nobodyResponsible);
    }

    /**
     * First and last possible year of birth: the one year if date or year is known, else the year that
     * follows from the age, minus one and plus one, or five of each where the age is a guess.
     */
    List<Integer> birthYears() {
        Integer known = person.knownBirthYear();
        if (known != null) {
            return List.of(known);
        }
        int likely = returnedOn.getYear() - age();
        int around = person.guessedAge() ? GUESSED_AGE_YEARS : 1;
        return List.of(likely - around, likely + around);
    }

    /**
     * The data that decides whether two holders of one document may be the same person. One whom a restore has lost
     * may be anybody: what is left of age and sex was published, and the desk may have corrected it since.
     */
    Identity identity() {
        return person.lost() ? Identity.LOST : known();
    }

    private Identity known() {
        List<Integer> years = birthYears();
        return new Identity(
                person.givenNames(),
                person.familyNames(),
                person.birthDate(),
                years.getFirst(),
                years.getLast(),
                person.sex());
    }

    /** The data by which the person is matched with others; nothing of a place that is unsafe to know. */
    public Features features() {
        boolean place = destination != null && !unsafeDestination();
        return Features.of(known(), person.nationality())
                .goingTo(place ? destination.subdivision() : null, place ? destination.municipality() : null)
                .bringing(person.documents());
    }

    /**
     * Whether it is dangerous to know where the person goes: the desk said so, or named a place of danger, or the
     * person is displaced on arrival, and the desk did not say that it is safe.
     */
    public boolean unsafeDestination() {
        boolean displaced = profiles.contains(Profile.DISPLACED_ON_ARRIVAL);
        if (restricted == null) {
            return displaced;
        }
        return restricted.unsafeDestination() == null
                ? displaced || !restricted.dangerPlaces().isEmpty()
                : restricted.unsafeDestination();
    }

    @Override
    public String toString() {
        return "Registration[…]";
    }
}
