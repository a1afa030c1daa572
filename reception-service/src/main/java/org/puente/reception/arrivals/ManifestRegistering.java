package org.puente.reception.arrivals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.platform.json.Json;
import org.puente.platform.problems.ProblemException;
import org.puente.platform.web.ETags;
import org.puente.reception.directory.ReceptionDirectory;
import org.puente.reception.returns.Checks;
import org.puente.reception.returns.MergePatch;
import org.puente.reception.returns.registering.FormReader;
import org.puente.reception.returns.registering.RegisteredReturn;
import org.puente.reception.returns.registering.RegistrationRequest;
import org.puente.reception.returns.registering.ReturnRegistering;

/**
 * Registers a person from a manifest: what the desk says, put over what was announced. Afterwards the person stands in
 * the return alone.
 */
@ApplicationScoped
class ManifestRegistering {
    private final ReceptionDirectory directory;
    private final Checks checks;
    private final ExpectedArrivals arrivals;
    private final ManifestEntries entries;
    private final FormReader forms;
    private final ReturnRegistering registering;

    ManifestRegistering(
            ReceptionDirectory directory,
            Checks checks,
            ExpectedArrivals arrivals,
            ManifestEntries entries,
            FormReader forms,
            ReturnRegistering registering) {
        this.directory = directory;
        this.checks = checks;
        this.arrivals = arrivals;
        this.entries = entries;
        this.forms = forms;
        this.registering = registering;
    }

    /**
     * Refuses an entry from which somebody was registered (409 with the case): two desks that have the same entry
     * before them have the same person before them, or one has the wrong entry. Who is really another person is
     * registered without the manifest.
     *
     * Refuses it too if what was known of the person has changed since the manifest was read (412, or 428 without a
     * version): whoever stands at the desk is not the one whom the manifest now has, or not with these data.
     *
     * @param arrival received by the caller
     * @param ifMatch the entry's version, as an ETag
     * @param patch RFC 7396, over the registration that follows from the manifest
     */
    Uni<RegisteredReturn> register(
            Mutiny.Session session,
            ExpectedArrival arrival,
            int number,
            String ifMatch,
            ObjectNode patch,
            Locale locale) {
        arrival.mustStand();
        return entries.toChange(session, arrival.key(), number)
                .onItem()
                .ifNull()
                .failWith(ProblemException::notFound)
                .invoke(ManifestRegistering::mustBeFree)
                .invoke(entry -> ETags.mustMatch(ifMatch, entry.version()))
                .chain(entry -> directory
                        .zone(session)
                        .map(zone -> whole(arrival, entry.person(), patch, zone))
                        .chain(sent -> registering.registerWithin(session, arrival.institution(), sent, locale))
                        .call(registered ->
                                entries.registered(session, arrival.key(), number, registered.caseId(), checks.now())));
    }

    private static void mustBeFree(ManifestEntries.Entry entry) {
        if (entry.came()) {
            ProblemException refusal = ProblemException.conflict("manifest-entry-registered");
            throw entry.caseId() == null ? refusal : refusal.with("caseId", entry.caseId());
        }
    }

    private RegistrationRequest whole(ExpectedArrival arrival, ManifestPerson person, ObjectNode patch, ZoneId zone) {
        ObjectNode known = known(arrival, person, ClosingRules.day(arrival, zone, checks.today(zone)));
        return forms.readSingle((ObjectNode) MergePatch.apply(known, patch));
    }

    /**
     * The registration as far as it was announced.
     *
     * @param person null where it is erased: then the desk says all of it
     */
    static ObjectNode known(ExpectedArrival arrival, ManifestPerson person, LocalDate day) {
        Announcement announcement = arrival.announcement();
        Map<String, Object> known = new HashMap<>();
        known.put("returnedOn", day);
        known.put("receptionPoint", announcement.receptionPoint());
        known.put("returnedFrom", announcement.returnedFrom());
        known.put("will", announcement.will());
        known.put("assistance", announcement.assistance());
        known.put("legalBasis", announcement.legalBasis());
        known.put("transport", announcement.transport());
        if (person != null) {
            known.put("person", person.person());
            known.put("household", person.household());
            known.put("profiles", person.profiles());
        }
        return Json.mapper().valueToTree(known);
    }
}
