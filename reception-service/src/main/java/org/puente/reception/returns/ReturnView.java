package org.puente.reception.returns;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.puente.contracts.Assistance;
import org.puente.contracts.CaseId;
import org.puente.contracts.Cause;
import org.puente.contracts.ConsentGiver;
import org.puente.contracts.ConsentId;
import org.puente.contracts.ConsentPurpose;
import org.puente.contracts.InstitutionId;
import org.puente.contracts.LegalBasis;
import org.puente.contracts.PersonId;
import org.puente.contracts.Profile;
import org.puente.contracts.Will;
import org.puente.reception.returns.background.Background;

/**
 * A return as its institution sees it: what intake recorded, under the same names, and what the
 * service added.
 *
 * @param person null if a restore has lost the person: only the content of facts came back, and the
 *     desk enters the person again (ADR 026)
 * @param childAlone the profile in force of a child without parent or guardian: stated in {@code profiles}, or by those
 *     who are responsible; null for any other
 * @param householdMembers the others whom this institution has registered with the household, up to 50
 * @param duties what the rules of protection ask for, by what is recorded now
 * @param warnings of the amendment that this answers; null for a reading, and for a patch that
 *     changes nothing
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        requiredProperties = {
            "caseId",
            "personId",
            "institution",
            "version",
            "registeredAt",
            "modifiedAt",
            "consents",
            "returnedOn",
            "receptionPoint",
            "returnedFrom",
            "will",
            "duties"
        })
public record ReturnView(
        CaseId caseId,
        PersonId personId,
        InstitutionId institution,
        int version,
        Instant registeredAt,
        Instant modifiedAt,
        List<ConsentView> consents,
        Person person,
        LocalDate returnedOn,
        String receptionPoint,
        String returnedFrom,
        Will will,
        Assistance assistance,
        LegalBasis legalBasis,
        Registration.Transport transport,
        Registration.Household household,
        List<Profile> profiles,
        Restricted restricted,
        List<Cause> causes,
        List<Registration.NeedOf> needs,
        List<String> skills,
        Registration.Destination destination,
        Background background,
        Instant happenedAt,
        List<ResponsibleAdult> responsible,
        Boolean nobodyResponsible,
        Profile childAlone,
        List<HouseholdMember> householdMembers,
        List<Relative> relatives,
        List<Warning> warnings,
        List<Duty> duties) {

    /** Members that hold personal data, for the audit. */
    public static final List<String> PERSONAL = List.of(
            "person",
            "household",
            "profiles",
            "restricted",
            "needs",
            "destination",
            "background",
            "responsible",
            "relatives");

    /**
     * @param language in which it was explained, ISO 639-3; null if not recorded
     * @param textVersion the text that was read to the person; null if not recorded
     * @param withdrawnAt null while the consent is not withdrawn
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(requiredProperties = {"consentId", "purposes", "scope", "givenBy", "recordedAt"})
    public record ConsentView(
            ConsentId consentId,
            List<ConsentPurpose> purposes,
            List<String> scope,
            ConsentGiver givenBy,
            LocalDate validUntil,
            String language,
            String textVersion,
            Instant recordedAt,
            Instant withdrawnAt) {}

    private static Person whole(Person person) {
        return person == null || person.lost() ? null : person;
    }

    public static ReturnView of(
            ReturnCase returnCase,
            List<Consent> consents,
            List<HouseholdMember> members,
            List<Warning> warnings,
            List<Duty> duties) {
        Registration of = returnCase.registration();
        return new ReturnView(
                returnCase.id(),
                returnCase.person(),
                returnCase.owner(),
                returnCase.version,
                returnCase.registeredAt,
                returnCase.modifiedAt,
                consents.stream().map(Consent::view).toList(),
                whole(of.person()),
                of.returnedOn(),
                of.receptionPoint(),
                of.returnedFrom(),
                of.will(),
                of.assistance(),
                of.legalBasis(),
                of.transport(),
                of.household(),
                of.profiles(),
                of.restricted(),
                of.causes(),
                of.needs(),
                of.skills(),
                of.destination(),
                of.background(),
                of.happenedAt(),
                of.responsible(),
                of.nobodyResponsible(),
                of.aloneAs().orElse(null),
                members,
                of.relatives(),
                warnings,
                duties);
    }

    @Override
    public String toString() {
        return "ReturnView[" + caseId + "]";
    }
}
