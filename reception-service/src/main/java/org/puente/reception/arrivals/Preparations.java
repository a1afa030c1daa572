package org.puente.reception.arrivals;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What there is to prepare: as it was announced, or as the people of the manifest need it, whichever is more. */
final class Preparations {
    private Preparations() {}

    static List<Announcement.Prepare> needs(List<Announcement.Prepare> announced, List<ManifestPerson> people) {
        Map<ArrivalNeed, Integer> counts = new TreeMap<>();
        announced.forEach(one -> counts.merge(one.need(), one.people(), Math::max));
        people.stream()
                .flatMap(ManifestPerson::needs)
                .collect(Collectors.groupingBy(need -> need, Collectors.summingInt(need -> 1)))
                .forEach((need, count) -> counts.merge(need, count, Math::max));
        return counts.entrySet().stream()
                .map(count -> new Announcement.Prepare(count.getKey(), count.getValue()))
                .toList();
    }

    /** At most as many languages as an announcement holds: those of most people. */
    static List<Announcement.Language> languages(List<Announcement.Language> announced, List<ManifestPerson> people) {
        Map<String, Integer> counts = new TreeMap<>();
        announced.forEach(one -> counts.merge(one.language(), one.people(), Math::max));
        people.stream()
                .flatMap(one -> one.person().languages().stream().distinct())
                .collect(Collectors.groupingBy(language -> language, Collectors.summingInt(language -> 1)))
                .forEach((language, count) -> counts.merge(language, count, Math::max));
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .limit(Announcement.MAX_LANGUAGES)
                .map(count -> new Announcement.Language(count.getKey(), count.getValue()))
                .toList();
    }
}
