package org.puente.reception.returns.registering;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.CaseId;
import org.puente.contracts.ConsentId;
import org.puente.contracts.HouseholdId;
import org.puente.contracts.InstitutionId;
import org.puente.contracts.PersonId;
import org.puente.platform.problems.FieldError;
import org.puente.platform.problems.ProblemException;
import org.puente.platform.problems.ProblemKind;
import org.puente.reception.directory.ReceptionDirectory;
import org.puente.reception.directory.ReceptionDirectory.Desk;
import org.puente.reception.returns.Checks;
import org.puente.reception.returns.Duty;
import org.puente.reception.returns.Rules;
import org.puente.reception.returns.Warning;
import org.puente.reception.returns.households.ResponsibleAdults;

/** Registers a household together: all of its members, or none. */
@ApplicationScoped
class HouseholdRegistering {
    private final ReceptionDirectory directory;
    private final Checks checks;
    private final ResponsibleAdults adults;
    private final TakenCaseIds ids;
    private final ReturnWriter writer;

    HouseholdRegistering(
            ReceptionDirectory directory,
            Checks checks,
            ResponsibleAdults adults,
            TakenCaseIds ids,
            ReturnWriter writer) {
        this.directory = directory;
        this.checks = checks;
        this.adults = adults;
        this.ids = ids;
        this.writer = writer;
    }

    /**
     * @param members in the order of the request
     */
    @Schema(requiredProperties = {"householdId", "members"})
    record RegisteredHousehold(HouseholdId householdId, List<RegisteredMember> members) {}

    /**
     * What a single registration answers, for one member.
     *
     * @param statusCode for the person alone; shown only here and once. A repetition goes without it where another one
     *     was handed out since, and without it and the duties where the node's secret was replaced since
     */
    @Schema(requiredProperties = {"key", "caseId", "personId", "consentId", "warnings"})
    record RegisteredMember(
            String key,
            CaseId caseId,
            PersonId personId,
            ConsentId consentId,
            String statusCode,
            List<Warning> warnings,
            List<Duty> duties) {
        @Override
        public String toString() {
            return "RegisteredMember[" + caseId + "]";
        }
    }

    Uni<RegisteredHousehold> apply(
            Mutiny.Session session, InstitutionId institution, HouseholdPreparation.Prepared prepared, Locale locale) {
        List<HouseholdPart> members = prepared.members();
        return directory
                .receiving(session, institution)
                .invoke(desk -> check(desk, members))
                .chain(() -> ids.among(
                        session,
                        members.stream()
                                .filter(HouseholdPart::caseIdSent)
                                .map(HouseholdPart::caseId)
                                .toList()))
                .invoke(taken -> check(members, taken))
                .chain(() -> adults.broken(
                        session,
                        institution,
                        members.stream().collect(Collectors.toMap(HouseholdPart::caseId, HouseholdPart::registration))))
                .invoke(broken -> check(members, broken))
                .chain(() -> writer.register(session, institution, prepared.made()))
                .map(stored -> new RegisteredHousehold(prepared.household(), answers(members, stored, locale)));
    }

    private void check(Desk desk, List<HouseholdPart> members) {
        Checks.refuse(members.stream()
                .flatMap(one ->
                        one.placed(Rules.registration(one.registration(), desk, checks.today(desk.zone()))).stream())
                .distinct()
                .toList());
    }

    private void check(List<HouseholdPart> members, Set<CaseId> taken) {
        List<FieldError> errors = members.stream()
                .filter(one -> taken.contains(one.caseId()))
                .map(one -> one.ofItsOwn(FieldError.of("/caseId", "case-id-taken")))
                .toList();
        if (!errors.isEmpty()) {
            throw new ProblemException(ProblemKind.CONFLICT, "case-id-taken", errors);
        }
        Checks.refuse(members.stream()
                .filter(HouseholdPart::caseIdSent)
                .flatMap(one -> checks.age(one.caseId()).stream().map(one::ofItsOwn))
                .toList());
    }

    private static void check(List<HouseholdPart> members, Map<CaseId, List<FieldError>> broken) {
        Checks.refuse(members.stream()
                .flatMap(one -> one.placed(broken.getOrDefault(one.caseId(), List.of())).stream())
                .toList());
    }

    private static List<RegisteredMember> answers(
            List<HouseholdPart> members, List<StoredReturn> stored, Locale locale) {
        List<RegisteredMember> answers = new ArrayList<>();
        for (int i = 0; i < stored.size(); i++) {
            StoredReturn one = stored.get(i);
            answers.add(new RegisteredMember(
                    members.get(i).key(),
                    one.returnCase().id(),
                    one.returnCase().person(),
                    one.consentId(),
                    one.made().code().text(),
                    one.warnings(locale),
                    one.duties(locale)));
        }
        return answers;
    }
}
