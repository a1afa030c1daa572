package org.puente.reception.returns;

import java.util.List;
import org.puente.contracts.Countries;
import org.puente.platform.problems.FieldError;

/** Rules for a place: its country exists, and its subdivision is of that country. */
final class PlaceRules {
    private PlaceRules() {}

    /**
     * @param pointer of the place in the body
     */
    static List<FieldError> broken(Registration.Destination place, String pointer) {
        if (!Countries.exists(place.country())) {
            return List.of(FieldError.of(pointer + "/country", "country-unknown"));
        }
        String prefix = Countries.alpha2(place.country()) + "-";
        return place.subdivision() == null || place.subdivision().startsWith(prefix)
                ? List.of()
                : List.of(FieldError.of(pointer + "/subdivision", "subdivision-elsewhere", prefix));
    }
}
