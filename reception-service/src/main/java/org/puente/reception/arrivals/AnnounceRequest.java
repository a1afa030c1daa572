package org.puente.reception.arrivals;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.puente.contracts.AgeGroup;
import org.puente.contracts.ArrivalId;
import org.puente.contracts.Assistance;
import org.puente.contracts.LegalBasis;
import org.puente.contracts.Patterns;
import org.puente.contracts.Sex;
import org.puente.contracts.Will;
import org.puente.reception.returns.Registration;

/**
 * An announcement with its people. The components mean what they mean in {@link Announcement}.
 *
 * @param arrivalId made by the client; null if the service is to make one
 * @param headcount empty where it is counted from the manifest
 * @param manifest empty where the people are not known, or are not to be named
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "ArrivalAnnouncement")
record AnnounceRequest(
        ArrivalId arrivalId,

        @NotNull @Pattern(regexp = Patterns.SLUG, message = "{puente.slug}")
        String receptionPoint,

        @NotNull Instant expectedAt,
        @Valid Registration.Transport transport,

        @NotNull @Pattern(regexp = Patterns.COUNTRY, message = "{puente.country}")
        String returnedFrom,

        Will will,
        Assistance assistance,
        LegalBasis legalBasis,
        @Size(max = 24) List<Announcement.@NotNull @Valid People> headcount,
        @Size(max = 10) List<Announcement.@NotNull @Valid Prepare> prepare,
        @Size(max = Announcement.MAX_LANGUAGES) List<Announcement.@NotNull @Valid Language> languages,
        @Size(max = AnnounceRequest.MAX_PEOPLE) List<@NotNull @Valid ManifestPerson> manifest) {

    /** More than any flight or bus carries. */
    static final int MAX_PEOPLE = 500;

    /** Lists are never null. */
    AnnounceRequest {
        headcount = Announcement.copy(headcount);
        prepare = Announcement.copy(prepare);
        languages = Announcement.copy(languages);
        manifest = Announcement.copy(manifest);
    }

    /** The people, each with its entry. */
    List<ManifestPerson> people() {
        return IntStream.range(0, manifest.size())
                .mapToObj(i -> manifest.get(i).at(i + 1))
                .toList();
    }

    Announcement announcement() {
        return new Announcement(
                receptionPoint,
                expectedAt,
                transport,
                returnedFrom,
                will,
                assistance,
                legalBasis,
                headcount.isEmpty() ? counted() : headcount,
                Preparations.needs(prepare, manifest),
                Preparations.languages(languages, manifest),
                manifest.size());
    }

    private record Group(Sex sex, AgeGroup ageGroup) {}

    /** Ages count on the day of arrival. */
    private List<Announcement.People> counted() {
        LocalDate day = LocalDate.ofInstant(expectedAt, ZoneOffset.UTC);
        Map<Group, Integer> groups = new LinkedHashMap<>();
        manifest.forEach(one -> groups.merge(
                new Group(
                        one.person().sex(), AgeGroup.at(Math.max(0, one.person().ageOn(day)))),
                1,
                Integer::sum));
        return groups.entrySet().stream()
                .map(group -> new Announcement.People(
                        group.getKey().sex(), group.getKey().ageGroup(), group.getValue()))
                .toList();
    }

    /** Shows nothing of the people: a log or an exception may print this text. */
    @Override
    public String toString() {
        return "AnnounceRequest[…]";
    }
}
