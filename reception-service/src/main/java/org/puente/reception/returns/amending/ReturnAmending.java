package org.puente.reception.returns.amending;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.ErasureReason;
import org.puente.platform.json.Json;
import org.puente.platform.outbox.Outbox;
import org.puente.platform.outbox.Outgoing;
import org.puente.platform.problems.FieldError;
import org.puente.platform.problems.ProblemException;
import org.puente.reception.directory.ReceptionDirectory;
import org.puente.reception.directory.ReceptionDirectory.Desk;
import org.puente.reception.identity.Persons.Recognised;
import org.puente.reception.returns.Checks;
import org.puente.reception.returns.Consent;
import org.puente.reception.returns.Facts;
import org.puente.reception.returns.Households;
import org.puente.reception.returns.MergePatch;
import org.puente.reception.returns.ProtectionWarning;
import org.puente.reception.returns.Recognition;
import org.puente.reception.returns.Registration;
import org.puente.reception.returns.ReturnCase;
import org.puente.reception.returns.ReturnContext;
import org.puente.reception.returns.ReturnView;
import org.puente.reception.returns.Returns;
import org.puente.reception.returns.Rules;
import org.puente.reception.returns.UnaccompaniedOrSeparated;
import org.puente.reception.returns.Warning;
import org.puente.reception.returns.dossiers.Dossiers;
import org.puente.reception.returns.dossiers.PermittedPurposes;
import org.puente.reception.returns.households.ResponsibleAdults;
import org.puente.reception.returns.matching.Matches;
import org.puente.reception.returns.protection.Duties;

/**
 * Amends a return: publishes its whole state anew, and seals anew the dossiers that consent
 * permits.
 */
@ApplicationScoped
class ReturnAmending {
    private static final String CONSENT = "consent";

    private final ReceptionDirectory directory;
    private final Checks checks;
    private final Recognition recognition;
    private final Returns returns;
    private final Households households;
    private final ResponsibleAdults adults;
    private final Matches matches;
    private final Dossiers dossiers;
    private final ReturnChanges changes;
    private final Outbox outbox;

    ReturnAmending(
            ReceptionDirectory directory,
            Checks checks,
            Recognition recognition,
            Returns returns,
            Households households,
            ResponsibleAdults adults,
            Matches matches,
            Dossiers dossiers,
            ReturnChanges changes,
            Outbox outbox) {
        this.directory = directory;
        this.checks = checks;
        this.recognition = recognition;
        this.returns = returns;
        this.households = households;
        this.adults = adults;
        this.matches = matches;
        this.dossiers = dossiers;
        this.changes = changes;
        this.outbox = outbox;
    }

    /** The state before, the state after, and the consents of the return. */
    private record Change(
            ReturnCase returnCase,
            Registration before,
            Registration after,
            List<Consent> consents,
            UUID dataRequest,
            Locale locale) {}

    /**
     * @param returnCase locked; belongs to the caller's institution
     * @param patch RFC 7396, applied to the recorded registration
     * @param dataRequest the request for rectification because of which it is done; null for none
     * @return the return after the patch; a patch that changes nothing leaves the version as it is
     */
    Uni<ReturnView> apply(
            Mutiny.Session session, ReturnCase returnCase, ObjectNode patch, UUID dataRequest, Locale locale) {
        Registration before = returnCase.registration();
        Registration after;
        try {
            after = merged(before, patch);
        } catch (JsonProcessingException e) {
            return Uni.createFrom().failure(e);
        }
        return changes.mustAsk(session, returnCase, dataRequest)
                .chain(() -> returns.consents(session, returnCase.id().value()))
                .map(consents -> new Change(returnCase, before, after, consents, dataRequest, locale))
                .chain(change -> after.equals(before) ? view(session, change, null) : make(session, change));
    }

    private Registration merged(Registration before, ObjectNode patch) throws JsonProcessingException {
        if (patch.has(CONSENT)) {
            throw ProblemException.invalid(FieldError.of("/" + CONSENT, "consent-elsewhere"));
        }
        // Removing an absent member is no error in a merge patch. Reading the patch by itself finds
        // misspelt names all the same.
        Json.mapper().treeToValue(patch, Registration.class);
        Registration after = Json.mapper()
                .treeToValue(MergePatch.apply(Json.mapper().valueToTree(before), patch), Registration.class);
        checks.form(after);
        return UnaccompaniedOrSeparated.keepingProtection(before, after);
    }

    private Uni<ReturnView> make(Mutiny.Session session, Change change) {
        return directory
                .of(session, change.returnCase.owner())
                .map(desk -> checked(change, desk))
                .call(() -> checkHousehold(session, change))
                .chain(today -> write(session, change, today));
    }

    private Uni<Void> checkHousehold(Mutiny.Session session, Change change) {
        return adults.amended(session, change.returnCase, change.before, change.after)
                .invoke(Checks::refuse)
                .chain(() -> adults.released(session, change.returnCase, change.before, change.after))
                .invoke(Checks::refuse)
                .replaceWithVoid();
    }

    /** Refuses an amendment that breaks a rule; gives the day by the node's calendar. */
    private LocalDate checked(Change change, Desk desk) {
        LocalDate today = checks.today(desk.zone());
        Checks.refuse(Rules.amendment(change.before, change.after, desk, today));
        if (Rules.childConsents(change.consents, change.after)) {
            throw ProblemException.ruleBroken("child-consents-first");
        }
        return today;
    }

    private Uni<ReturnView> write(Mutiny.Session session, Change change, LocalDate today) {
        ReturnCase returnCase = change.returnCase;
        return recognition
                .recogniseAmended(session, returnCase, change.before, change.after)
                .invoke(who -> returnCase.store(change.after, who.person(), recognition.print(change.after)))
                .chain(who -> matches.known(session, returnCase, change.after)
                        .call(known -> publish(session, change, known, today))
                        .chain(known -> view(session, change, who, known)));
    }

    private Uni<Void> publish(Mutiny.Session session, Change change, ReturnContext known, LocalDate today) {
        Instant at = checks.now();
        ReturnCase returnCase = change.returnCase;
        returnCase.changed(at);
        PermittedPurposes permitted = PermittedPurposes.by(change.consents, change.after, today);
        List<Outgoing> facts = new ArrayList<>();
        facts.add(Outgoing.of(Facts.amended(returnCase, change.after, known, at), at));
        facts.addAll(dossiers.follow(
                returnCase, change.after, known.householdSize(), permitted, ErasureReason.RETENTION_ENDED, at));
        return outbox.add(session, facts)
                .chain(() -> changes.add(session, returnCase, change.before, change.after, change.dataRequest));
    }

    private Uni<ReturnView> view(Mutiny.Session session, Change change, Recognised who, ReturnContext known) {
        List<Warning> warnings =
                new ArrayList<>(Warning.of(change.returnCase.owner(), change.after, who, known, change.locale));
        ProtectionWarning.of(change.before, change.after, change.locale).ifPresent(warnings::add);
        return view(session, change, warnings);
    }

    private Uni<ReturnView> view(Mutiny.Session session, Change change, List<Warning> warnings) {
        ReturnCase returnCase = change.returnCase;
        return households
                .others(session, returnCase)
                .map(members -> ReturnView.of(
                        returnCase,
                        change.consents,
                        members,
                        warnings,
                        Duties.of(change.after, returnCase.registeredAt(), change.locale)));
    }
}
