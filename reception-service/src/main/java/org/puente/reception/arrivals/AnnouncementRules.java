package org.puente.reception.arrivals;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.puente.contracts.Countries;
import org.puente.platform.problems.FieldError;
import org.puente.reception.returns.Person;

/** Rules that a well-formed announcement must keep; each error states what to do. */
final class AnnouncementRules {
    /** A delayed flight may be corrected after the time for which it was announced. */
    static final Duration LONGEST_AGO = Duration.ofDays(2);

    private static final Duration LONGEST_AHEAD = Duration.ofDays(366);

    private AnnouncementRules() {}

    /** What is wrong; empty if nothing is. */
    static List<FieldError> errors(AnnounceRequest request, Instant now) {
        List<FieldError> errors = new ArrayList<>();
        if (!isNear(request.expectedAt(), now)) {
            errors.add(FieldError.of("/expectedAt", "arrival-time-out-of-range"));
        }
        if (!Countries.exists(request.returnedFrom())) {
            errors.add(FieldError.of("/returnedFrom", "country-unknown"));
        }
        errors.addAll(headcount(request));
        errors.addAll(people(request));
        return errors;
    }

    /**
     * What is wrong with an announcement that replaces another one: each person needs the entry that stands for them,
     * since their place in the list changes when somebody is added or taken off.
     */
    static List<FieldError> errorsOfReplacement(AnnounceRequest request, Instant now) {
        List<FieldError> errors = new ArrayList<>(errors(request, now));
        for (int i = 0; i < request.manifest().size(); i++) {
            if (request.manifest().get(i).entry() == null) {
                errors.add(FieldError.of("/manifest/" + i + "/entry", "manifest-entry-needed"));
            }
        }
        return errors;
    }

    static boolean isNear(Instant expectedAt, Instant now) {
        return !expectedAt.isBefore(now.minus(LONGEST_AGO)) && !expectedAt.isAfter(now.plus(LONGEST_AHEAD));
    }

    private static List<FieldError> headcount(AnnounceRequest request) {
        List<Announcement.People> groups = request.headcount();
        boolean nobody = groups.stream().mapToInt(Announcement.People::count).sum() == 0;
        if (nobody && (!groups.isEmpty() || request.manifest().isEmpty())) {
            return List.of(FieldError.of("/headcount", "headcount-or-manifest"));
        }
        return IntStream.range(0, groups.size())
                .filter(i -> groups.stream().limit(i).anyMatch(before -> isSameGroup(before, groups.get(i))))
                .mapToObj(i -> FieldError.of("/headcount/" + i, "headcount-twice"))
                .toList();
    }

    private static boolean isSameGroup(Announcement.People one, Announcement.People other) {
        return one.sex() == other.sex() && one.ageGroup() == other.ageGroup();
    }

    private static List<FieldError> people(AnnounceRequest request) {
        List<FieldError> errors = new ArrayList<>();
        Set<Integer> entries = new HashSet<>();
        List<ManifestPerson> people = request.people();
        for (int i = 0; i < people.size(); i++) {
            if (!entries.add(people.get(i).entry())) {
                errors.add(FieldError.of("/manifest/" + i + "/entry", "manifest-entry-twice"));
            }
            long births = births(people.get(i).person());
            if (births > 1) {
                errors.add(FieldError.of("/manifest/" + i + "/person/birthDate", "birth-date-and-age"));
            } else if (births == 0 && request.headcount().isEmpty()) {
                errors.add(FieldError.of("/manifest/" + i + "/person/birthDate", "birth-date-or-age"));
            }
        }
        return errors;
    }

    private static long births(Person person) {
        return Stream.of(person.birthDate(), person.birthYear(), person.ageYears())
                .filter(Objects::nonNull)
                .count();
    }
}
