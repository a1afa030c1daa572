package org.puente.registry.hsds;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.puente.contracts.Code;
import org.puente.contracts.Contact;
import org.puente.contracts.DirectoryFact.CapacityChanged;
import org.puente.contracts.DirectoryFact.NodePublished;
import org.puente.contracts.DirectoryFact.OfferPublished;
import org.puente.contracts.OpeningHours;
import org.puente.registry.directory.PublicOffer;
import org.puente.registry.directory.StableId;

/**
 * An offer as HSDS has it, with all that is nested in it.
 *
 * @param capacities as HSDS 3.1 adds it (service_capacity); empty if there is no limit, or the
 *     referral-service of the offer's node hasn't yet said what is free
 */
@JsonNaming(SnakeCaseStrategy.class)
record FullService(
        @JsonUnwrapped Service service,
        List<Phone> phones,
        List<Schedule> schedules,
        List<Area> serviceAreas,
        List<Language> languages,
        List<Document> requiredDocuments,
        List<Capacity> capacities) {

    @JsonNaming(SnakeCaseStrategy.class)
    record Phone(UUID id, UUID serviceId, String number) {}

    /**
     * @param byday e.g. MO,TU
     * @param timezone offset from UTC in hours; null if the node's zone isn't known
     */
    @JsonNaming(SnakeCaseStrategy.class)
    record Schedule(
            UUID id,
            UUID serviceId,
            String freq,
            String byday,
            String opensAt,
            String closesAt,
            Double timezone) {}

    @JsonNaming(SnakeCaseStrategy.class)
    record Area(UUID id, UUID serviceId, String name) {}

    @JsonNaming(SnakeCaseStrategy.class)
    record Language(UUID id, UUID serviceId, String code) {}

    @JsonNaming(SnakeCaseStrategy.class)
    record Document(UUID id, UUID serviceId, String document) {}

    @JsonNaming(SnakeCaseStrategy.class)
    record Capacity(
            UUID id, UUID serviceId, Unit unit, int available, int maximum, Instant updated) {}

    record Unit(UUID id, String name) {}

    /**
     * @param now to which the offset of the node's time zone belongs
     */
    static FullService of(PublicOffer entry, Instant now, Wording wording) {
        OfferPublished offer = entry.offer();
        Service service = Service.brief(offer, entry.institution(), wording);
        UUID id = service.id();
        return new FullService(
                service,
                phones(id, offer.contact()),
                schedules(id, offer.schedule(), entry.node(), now),
                offer.coverage().stream()
                        .map(area -> new Area(StableId.of(id, "area/" + area), id, area))
                        .toList(),
                offer.languages().stream()
                        .map(code -> new Language(StableId.of(id, "language/" + code), id, code))
                        .toList(),
                documents(id, offer.eligibility().documents(), new EligibilityWords(wording)),
                entry.capacity() == null || offer.capacity() == null
                        ? List.of()
                        : List.of(capacity(id, entry.capacity())));
    }

    private static List<Phone> phones(UUID service, Contact contact) {
        return contact == null || contact.phone() == null
                ? List.of()
                : List.of(new Phone(StableId.of(service, "phone"), service, contact.phone()));
    }

    private static List<Document> documents(
            UUID service, List<String> slugs, EligibilityWords words) {
        return slugs.stream()
                .map(
                        slug ->
                                new Document(
                                        StableId.of(service, "document/" + slug),
                                        service,
                                        words.document(slug)))
                .toList();
    }

    private static List<Schedule> schedules(
            UUID service, List<OpeningHours> hours, NodePublished node, Instant now) {
        Double offset =
                node == null
                        ? null
                        : ZoneId.of(node.timezone()).getRules().getOffset(now).getTotalSeconds()
                                / 3600.0;
        List<Schedule> schedules = new ArrayList<>();
        for (OpeningHours opening : hours) {
            schedules.add(
                    new Schedule(
                            StableId.of(service, "schedule/" + schedules.size()),
                            service,
                            "WEEKLY",
                            opening.days().stream()
                                    .map(Code::code)
                                    .collect(Collectors.joining(",")),
                            opening.opens().toString(),
                            opening.closes().toString(),
                            offset));
        }
        return schedules;
    }

    private static Capacity capacity(UUID service, CapacityChanged capacity) {
        String unit = capacity.unit().code();
        return new Capacity(
                StableId.of(service, "capacity"),
                service,
                new Unit(StableId.of(service, "unit/" + unit), unit),
                capacity.available(),
                capacity.maximum(),
                capacity.updatedAt().truncatedTo(ChronoUnit.MILLIS));
    }
}
