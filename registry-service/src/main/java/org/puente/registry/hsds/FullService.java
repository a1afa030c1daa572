package org.puente.registry.hsds;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.puente.contracts.Code;
import org.puente.contracts.Contact;
import org.puente.contracts.DirectoryFact.NodePublished;
import org.puente.contracts.DirectoryFact.OfferPublished;
import org.puente.contracts.OpeningHours;
import org.puente.platform.text.Label;
import org.puente.registry.directory.PublicOffer;
import org.puente.registry.directory.StableId;
import org.puente.registry.wording.EligibilityWords;
import org.puente.registry.wording.Wording;

/**
 * An offer in the form of HSDS, with all nested objects.
 *
 * @param capacities service_capacity of HSDS 3.1; empty if there is no limit, or if the offer's
 *     node has not published the free places yet
 */
@JsonNaming(SnakeCaseStrategy.class)
record FullService(
        @JsonUnwrapped Service service,
        List<Phone> phones,
        List<Schedule> schedules,
        List<Area> serviceAreas,
        List<ServiceAtLocation> serviceAtLocations,
        List<Language> languages,
        List<Document> requiredDocuments,
        List<Attribute> attributes,
        List<Capacity> capacities) {

    @JsonNaming(SnakeCaseStrategy.class)
    record Phone(UUID id, UUID serviceId, String number) {}

    /**
     * @param byday e.g. MO,TU
     * @param timezone offset from UTC in hours; null if the node's zone isn't known
     */
    @JsonNaming(SnakeCaseStrategy.class)
    record Schedule(
            UUID id, UUID serviceId, String freq, String byday, String opensAt, String closesAt, Double timezone) {}

    /**
     * @param name name of a country, or code of a subdivision
     * @param extent ISO 3166 code of the area
     */
    @JsonNaming(SnakeCaseStrategy.class)
    record Area(UUID id, UUID serviceId, String name, String extent, String extentType) {}

    @JsonNaming(SnakeCaseStrategy.class)
    record Language(UUID id, UUID serviceId, String code) {}

    @JsonNaming(SnakeCaseStrategy.class)
    record Document(UUID id, UUID serviceId, String document) {}

    static FullService of(PublicOffer entry, RenderContext context) {
        return of(entry, Service.brief(entry, context), context);
    }

    /** The form inside of its organization. */
    static FullService within(PublicOffer entry, RenderContext context) {
        return of(entry, Service.within(entry, context), context);
    }

    private static FullService of(PublicOffer entry, Service service, RenderContext context) {
        OfferPublished offer = entry.offer();
        Wording wording = context.wording();
        UUID id = service.id();
        return new FullService(
                service,
                phones(id, offer.contact()),
                schedules(id, offer.schedule(), entry.node(), context.now()),
                offer.coverage().stream().map(area -> area(id, area, wording)).toList(),
                entry.places().stream()
                        .map(place -> ServiceAtLocation.within(place, context))
                        .toList(),
                offer.languages().stream()
                        .map(code -> new Language(StableId.of(id, "language/" + code), id, code))
                        .toList(),
                documents(id, offer.eligibility().documents(), new EligibilityWords(wording)),
                Attribute.of(entry, wording),
                Capacity.of(entry, wording));
    }

    private static Area area(UUID service, String area, Wording wording) {
        boolean country = area.indexOf('-') < 0;
        return new Area(
                StableId.of(service, "area/" + area),
                service,
                country ? wording.label(Label.Kind.AREA, area) : area,
                area,
                country ? "ISO 3166-1" : "ISO 3166-2");
    }

    private static List<Phone> phones(UUID service, Contact contact) {
        return contact == null || contact.phone() == null
                ? List.of()
                : List.of(new Phone(StableId.of(service, "phone"), service, contact.phone()));
    }

    private static List<Document> documents(UUID service, List<String> slugs, EligibilityWords words) {
        return slugs.stream()
                .map(slug -> new Document(StableId.of(service, "document/" + slug), service, words.document(slug)))
                .toList();
    }

    private static List<Schedule> schedules(UUID service, List<OpeningHours> hours, NodePublished node, Instant now) {
        Double offset = offset(node, now);
        List<Schedule> schedules = new ArrayList<>();
        for (OpeningHours opening : hours) {
            schedules.add(new Schedule(
                    StableId.of(service, "schedule/" + schedules.size()),
                    service,
                    "WEEKLY",
                    opening.days().stream().map(Code::code).collect(Collectors.joining(",")),
                    opening.opens().toString(),
                    opening.closes().toString(),
                    offset));
        }
        return schedules;
    }

    /** Null for a zone that this Java runtime doesn't know: a node may publish any text. */
    private static Double offset(NodePublished node, Instant now) {
        return node == null || !ZoneId.getAvailableZoneIds().contains(node.timezone())
                ? null
                : ZoneId.of(node.timezone()).getRules().getOffset(now).getTotalSeconds() / 3600.0;
    }
}
