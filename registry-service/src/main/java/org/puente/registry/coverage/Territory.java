package org.puente.registry.coverage;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.puente.contracts.Countries;
import org.puente.platform.text.Subdivisions;

/**
 * The areas that the map must show even if they have no offer.
 *
 * @param areas by country (ISO 3166-1 alpha-3): its subdivisions (ISO 3166-2), or the country
 *     itself if no subdivision is known
 * @param names names of subdivisions by code, as far as they are known
 */
record Territory(Map<String, Set<String>> areas, Map<String, String> names) {

    /**
     * @param countries of the region
     * @param mentioned areas that offers cover; areas of other countries are left out
     */
    static Territory of(Subdivisions known, Collection<String> countries, Collection<String> mentioned) {
        Map<String, Set<String>> areas = new TreeMap<>();
        Map<String, String> names = new TreeMap<>();
        for (String country : countries) {
            Map<String, String> here = known.countries().getOrDefault(country, Map.of());
            areas.put(country, new TreeSet<>(here.keySet()));
            names.putAll(here);
        }
        for (String area : mentioned) {
            Set<String> here = areas.get(Countries.of(area));
            if (here != null && !area.equals(Countries.of(area))) {
                here.add(area);
            }
        }
        areas.forEach((country, subdivisions) -> {
            if (subdivisions.isEmpty()) {
                subdivisions.add(country);
            }
        });
        return new Territory(areas, names);
    }

    /**
     * The areas of the territory within an area; for any area that is no country of the territory,
     * the area itself.
     */
    Collection<String> within(String area) {
        return areas.getOrDefault(area, Set.of(area));
    }

    List<String> all() {
        return areas.values().stream().flatMap(Set::stream).toList();
    }

    Optional<String> name(String area) {
        return Optional.ofNullable(names.get(area));
    }
}
