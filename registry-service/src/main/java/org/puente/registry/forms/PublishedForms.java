package org.puente.registry.forms;

import java.time.LocalDate;
import java.util.List;
import org.puente.contracts.AnswerWithin;
import org.puente.contracts.Contact;
import org.puente.contracts.DirectoryFact.InstitutionPublished;
import org.puente.contracts.DirectoryFact.OfferPublished;
import org.puente.contracts.DirectoryStatus;
import org.puente.contracts.DossierField;
import org.puente.contracts.Eligibility;

/** Restores the form that an editor must have written, from the published state. */
public final class PublishedForms {
    private PublishedForms() {}

    public static InstitutionForm institution(InstitutionPublished state, LocalDate withdrawOn) {
        return new InstitutionForm(
                state.name(),
                state.kind(),
                state.does(),
                state.receptionPoints().stream()
                        .map(point -> new InstitutionForm.Point(point.id().value(), point.name(), point.kind()))
                        .toList(),
                state.status(),
                state.status() == DirectoryStatus.WITHDRAWN ? null : withdrawOn,
                state.assuredOn());
    }

    /**
     * Values that equal the defaults of policy or category are left out of the form.
     *
     * @param status of the offer itself
     */
    public static OfferForm offer(OfferPublished state, DirectoryStatus status, LocalDate withdrawOn, Policy policy) {
        List<DossierField> usual = policy.needsFields(state.category());
        return new OfferForm(
                new OfferForm.Name(state.name().es(), state.name().en()),
                state.level(),
                state.dimension(),
                state.category(),
                eligibility(state.eligibility()),
                state.coverage(),
                state.needsFields().equals(usual) ? null : state.needsFields(),
                answerWithin(state.answerWithin(), policy),
                state.languages(),
                state.schedule().stream()
                        .map(open -> new OpeningForm(open.days(), open.opens(), open.closes()))
                        .toList(),
                contact(state.contact()),
                state.capacity() == null
                        ? null
                        : new CapacityForm(
                                state.capacity().maximum(), state.capacity().unit()),
                state.restricted(),
                status,
                status == DirectoryStatus.WITHDRAWN ? null : withdrawOn,
                state.assuredOn());
    }

    private static EligibilityForm eligibility(Eligibility of) {
        return of.equals(Eligibility.ANYONE)
                ? null
                : new EligibilityForm(
                        of.sex(),
                        of.minAge(),
                        of.maxAge(),
                        of.nationalities(),
                        of.maxDaysSinceReturn(),
                        of.documents(),
                        of.profiles(),
                        of.withChildren());
    }

    private static AnswerWithinForm answerWithin(AnswerWithin of, Policy policy) {
        return of.equals(policy.answerWithin())
                ? null
                : new AnswerWithinForm(
                        of.emergency().toString(),
                        of.urgent().toString(),
                        of.normal().toString());
    }

    private static ContactForm contact(Contact of) {
        return of == null
                ? null
                : new ContactForm(
                        of.phone(),
                        of.email(),
                        of.web() == null ? null : of.web().toString());
    }
}
