package org.puente.reception.help;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.CaseId;
import org.puente.contracts.HelpId;
import org.puente.contracts.HelpVoidReason;
import org.puente.contracts.InstitutionId;
import org.puente.contracts.ReceptionFact;
import org.puente.platform.audit.Audit;
import org.puente.platform.ids.Ids;
import org.puente.platform.outbox.Outbox;
import org.puente.platform.outbox.Outgoing;
import org.puente.platform.problems.ProblemException;
import org.puente.platform.web.Caller;
import org.puente.platform.web.StoredResponse;
import org.puente.reception.flights.GroupMembers;
import org.puente.reception.flights.ReportedTimes;
import org.puente.reception.returns.Checks;

/**
 * Records help and voids it, and publishes both: one fact for each person. The number of statements doesn't
 * depend on the number of people.
 */
@ApplicationScoped
class RecordingHelp {
    private final Checks checks;
    private final ReportedTimes times;
    private final GroupMembers members;
    private final HelpEntries entries;
    private final Outbox outbox;
    private final Audit audit;

    RecordingHelp(
            Checks checks, ReportedTimes times, GroupMembers members, HelpEntries entries, Outbox outbox, Audit audit) {
        this.checks = checks;
        this.times = times;
        this.members = members;
        this.entries = entries;
        this.outbox = outbox;
        this.audit = audit;
    }

    /** The recorded entry; not created if the same was recorded before. */
    record Recorded(HelpId helpId, boolean created) {
        /**
         * @param path where it can be read
         */
        StoredResponse answer(String path, Object view) {
            return created ? StoredResponse.created(path, view) : StoredResponse.ok(view);
        }
    }

    /** Records help once under its id. Refuses another request under the id of an earlier one (409). */
    Uni<Recorded> record(Mutiny.Session session, InstitutionId institution, HelpRequest request) {
        if (request.helpId() == null) {
            return add(session, institution, request, new HelpId(Ids.next()));
        }
        return entries.find(session, institution, request.helpId())
                .chain(known -> known == null
                        ? add(session, institution, request, request.helpId())
                        : repeated(request, known));
    }

    private static Uni<Recorded> repeated(HelpRequest request, HelpEntries.Entry known) {
        if (!request.asksFor(known)) {
            throw ProblemException.conflict("help-id-reused");
        }
        return Uni.createFrom().item(new Recorded(known.helpId(), false));
    }

    private Uni<Recorded> add(Mutiny.Session session, InstitutionId institution, HelpRequest request, HelpId id) {
        return members.of(session, institution, request.group()).chain(people -> {
            Instant occurredAt = times.of("/occurredAt", request.occurredAt(), people.returnedOn());
            HelpEntries.Entry entry =
                    new HelpEntries.Entry(id, request.kinds(), request.targetDigest(), occurredAt, checks.now());
            return entries.add(session, institution, entry)
                    .chain(added -> added
                            ? addRecipients(session, institution, entry, people.cases())
                            : meanwhile(session, institution, request, id));
        });
    }

    /** Another request with the same id came first, and has committed. */
    private Uni<Recorded> meanwhile(Mutiny.Session session, InstitutionId institution, HelpRequest request, HelpId id) {
        return entries.find(session, institution, id).chain(known -> repeated(request, known));
    }

    private Uni<Recorded> addRecipients(
            Mutiny.Session session, InstitutionId institution, HelpEntries.Entry entry, List<CaseId> cases) {
        return entries.addRecipients(session, institution, entry.helpId(), cases)
                .chain(() -> outbox.add(session, given(institution, entry, cases)))
                .replaceWith(new Recorded(entry.helpId(), true));
    }

    private static List<Outgoing> given(InstitutionId institution, HelpEntries.Entry entry, List<CaseId> cases) {
        return cases.stream()
                .map(caseId -> Outgoing.of(
                        new ReceptionFact.HelpGiven(
                                caseId,
                                entry.helpId(),
                                institution,
                                entry.occurredAt(),
                                entry.recordedAt(),
                                entry.kinds()),
                        entry.occurredAt()))
                .toList();
    }

    /**
     * Voids an entry for good, and writes down who did; a second time changes nothing, and the first reason stays.
     *
     * @param only null for all people of the entry
     */
    Uni<Void> voidFor(Mutiny.Session session, Caller caller, HelpId id, CaseId only, HelpVoidReason reason) {
        Instant at = checks.now();
        InstitutionId institution = caller.mustHaveInstitution();
        String subject = only == null ? id.toString() : only.toString();
        return entries.voidFor(session, institution, id, only, reason, at)
                .map(cases -> cases.stream()
                        .map(caseId ->
                                Outgoing.of(new ReceptionFact.HelpVoided(caseId, id, institution, at, reason), at))
                        .toList())
                .chain(facts -> outbox.add(session, facts))
                .chain(() -> audit.add(session, caller, "help.voided", subject, List.of("kinds"), reason.code()));
    }
}
