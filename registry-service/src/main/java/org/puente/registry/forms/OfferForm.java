package org.puente.registry.forms;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.puente.contracts.Dimension;
import org.puente.contracts.DirectoryFact.OfferPublished;
import org.puente.contracts.DirectoryStatus;
import org.puente.contracts.DossierField;
import org.puente.contracts.Eligibility;
import org.puente.contracts.Level;
import org.puente.contracts.LocalizedText;
import org.puente.contracts.NodeId;
import org.puente.contracts.OfferId;
import org.puente.platform.problems.FieldError;
import org.puente.platform.text.PlainText;

/**
 * An offer as an editor of its institution writes it.
 *
 * @param eligibility null means open to everybody
 * @param coverage the areas of the offer: ISO 3166-1 alpha-3 or ISO 3166-2; at least one
 * @param needsFields the fields that a dossier must hold; if null, the category decides
 * @param answerWithin if null, the node's policy decides
 * @param languages ISO 639-3; null or empty means Spanish
 * @param schedule null or empty if unknown
 * @param contact of the office; null if no contact is public
 * @param capacity null if the offer has no limit
 * @param restricted null means no
 * @param status null means active
 * @param withdrawOn the first day, by the node's calendar, on which it is withdrawn; null if none
 *     is planned
 * @param assuredOn when somebody last assured that the entry is right; null if nobody has
 */
@JsonIgnoreProperties(EntryForm.STATUS_FIELD)
@Schema(requiredProperties = {"name", "level", "dimension", "category", "coverage"})
public record OfferForm(
        Name name,
        Level level,
        Dimension dimension,
        String category,
        EligibilityForm eligibility,
        List<String> coverage,
        List<DossierField> needsFields,
        AnswerWithinForm answerWithin,
        List<String> languages,
        List<OpeningForm> schedule,
        ContactForm contact,
        CapacityForm capacity,
        Boolean restricted,
        DirectoryStatus status,
        LocalDate withdrawOn,
        LocalDate assuredOn)
        implements EntryForm {

    private static final List<String> SPANISH = List.of("spa");

    /**
     * @param en null if there is no English name
     */
    @Schema(requiredProperties = {"es"})
    public record Name(String es, String en) {
        public Name {
            es = PlainText.of(es);
            en = PlainText.of(en);
        }
    }

    public OfferForm withCapacity(CapacityForm places) {
        return with(places, status);
    }

    @Override
    public OfferForm withdrawn() {
        return with(capacity, DirectoryStatus.WITHDRAWN);
    }

    private OfferForm with(CapacityForm places, DirectoryStatus standing) {
        return new OfferForm(
                name,
                level,
                dimension,
                category,
                eligibility,
                coverage,
                needsFields,
                answerWithin,
                languages,
                schedule,
                contact,
                places,
                restricted,
                standing,
                withdrawOn,
                assuredOn);
    }

    @Override
    public List<FieldError> faults(NodeId node, LocalDate today) {
        Check check = new Check();
        if (check.present("/name", name)) {
            if (check.present("/name/es", name.es())) {
                check.name("/name/es", name.es());
            }
            check.name("/name/en", name.en());
        }
        check.present("/level", level);
        check.present("/dimension", dimension);
        if (check.present("/category", category)) {
            check.slug("/category", category);
        }
        if (eligibility != null) {
            eligibility.check(check, "/eligibility");
        }
        if (coverage == null || coverage.isEmpty()) {
            check.fault("/coverage", "missing");
        }
        check.each("/coverage", coverage, check::area);
        check.each("/needsFields", needsFields);
        if (answerWithin != null) {
            answerWithin.check(check, "/answerWithin");
        }
        check.each("/languages", languages, check::language);
        check.each("/schedule", schedule, (at, opening) -> opening.check(check, at));
        if (contact != null) {
            contact.check(check, "/contact");
        }
        if (capacity != null) {
            capacity.check(check, "/capacity");
        }
        check.notAfter("/assuredOn", assuredOn, today);
        check.atMostYearsAhead("/withdrawOn", withdrawOn, today);
        return check.faults();
    }

    @Override
    public OfferPublished state(Place place, Policy policy, DirectoryStatus inForce, Instant updatedAt) {
        return new OfferPublished(
                new OfferId(place.id()),
                place.institution(),
                place.node(),
                new LocalizedText(name.es(), name.en()),
                level,
                dimension,
                category,
                conditions(),
                coverage,
                needsFields == null ? policy.needsFields(category) : needsFields,
                answerWithin == null ? policy.answerWithin() : answerWithin.answerWithin(),
                languages == null || languages.isEmpty() ? SPANISH : languages,
                schedule == null
                        ? List.of()
                        : schedule.stream().map(OpeningForm::openingHours).toList(),
                contact == null ? null : contact.contact(),
                capacity == null ? null : capacity.places(),
                restricted != null && restricted,
                inForce,
                assuredOn,
                updatedAt);
    }

    /** Whom the offer is for. */
    public Eligibility conditions() {
        return eligibility == null ? Eligibility.ANYONE : eligibility.eligibility();
    }
}
