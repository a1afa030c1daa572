package org.puente.followup.cases;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.puente.contracts.CaseId;
import org.puente.contracts.ClosureReason;
import org.puente.contracts.Destination;
import org.puente.contracts.FollowUpFact;
import org.puente.contracts.FollowUpKind;
import org.puente.contracts.InstitutionId;
import org.puente.followup.dossiers.Permission;

/**
 * A case in follow-up. Its right state is a function of the return, the consents, the directory and the time.
 * {@link #settle} brings the case to that state; it may be called after any change, in any order.
 */
@Entity
@Table(name = "case_file")
class CaseFile {
    // Only CaseFiles.keep writes the fields of the return.
    @Id
    UUID id;

    int version;

    @Column(name = "registered_by")
    String registeredBy;

    @Column(name = "registered_at")
    Instant registeredAt;

    @Column(name = "returned_on")
    LocalDate returnedOn;

    /** Country of the destination; null if unknown or restricted. */
    String country;

    String subdivision;

    @Column(name = "high_risk")
    boolean highRisk;

    @Enumerated(EnumType.STRING)
    private CaseStatus status = CaseStatus.WAITING;

    /** The institution that does the follow-ups to come; null before the first plan. */
    private String responsible;

    /** The last day of the consent that the plan needs; null if the consent has no end. */
    @Column(name = "consent_until")
    private LocalDate consentUntil;

    @Enumerated(EnumType.STRING)
    @Column(name = "closed_because")
    private ClosureReason closedBecause;

    /** When reception erased the return; null while it stands. Only ErasedReturns writes it. */
    @Column(name = "erased_at", insertable = false, updatable = false)
    Instant erasedAt;

    /** Whether {@link #settle} has to run because something changed. */
    private boolean unsettled = true;

    @OneToMany(cascade = CascadeType.DETACH)
    @JoinColumn(name = "case_id", insertable = false, updatable = false)
    @OrderBy("dueAt, id")
    private List<FollowUp> followUps = new ArrayList<>();

    /** Whether the case must be settled before anything is done with it. */
    boolean stale(LocalDate today) {
        return unsettled || status == CaseStatus.FOLLOWED && consentUntil != null && consentUntil.isBefore(today);
    }

    /**
     * Plans, changes or drops follow-ups, by the present return, consents, directory and time.
     *
     * @param known all known consents of this case
     * @return the facts to publish; empty if nothing changes
     */
    List<FollowUpFact> settle(List<Consent> known, Situation situation) {
        unsettled = false;
        if (status == CaseStatus.CLOSED) {
            return List.of();
        }
        KnownConsents consents = new KnownConsents(known);
        return office(consents, situation)
                .map(office -> follow(office, consents, situation))
                .orElseGet(() -> release(consents, situation));
    }

    /**
     * Who follows the person up: of the offices that the consent covers, the nearest to the destination; else the
     * institution that registered the return, if the consent covers it. None where the return is erased.
     */
    private Optional<InstitutionId> office(KnownConsents consents, Situation situation) {
        if (erasedAt != null) {
            return Optional.empty();
        }
        Destination destination = country == null ? null : new Destination(country, subdivision);
        return situation
                .offices()
                .nearest(destination, office -> consents.cover(office, situation))
                .or(() -> Optional.of(new InstitutionId(registeredBy))
                        .filter(office -> consents.cover(office, situation)));
    }

    private List<FollowUpFact> follow(InstitutionId office, KnownConsents consents, Situation situation) {
        become(CaseStatus.FOLLOWED);
        responsible = office.value();
        closedBecause = null;
        consentUntil = consents.lastDay(office, situation).orElse(null);
        List<FollowUp> added = missing(office, situation);
        List<FollowUpFact> facts = new ArrayList<>();
        for (FollowUp known : followUps) {
            Times times = times(Interval.parse(known.afterReturn()), situation);
            if (known.revise(office, times, situation.at())) {
                facts.add(known.asPlanned(situation.at()));
            } else if (known.status() == FollowUpStatus.DUE && !mayKeep(known, consents, situation)) {
                facts.add(known.handOver(office, situation.at()));
            }
        }
        followUps.addAll(added);
        added.forEach(followUp -> facts.add(followUp.asPlanned(situation.at())));
        return facts;
    }

    /**
     * A due follow-up stays with its institution while the consent covers the institution. An institution that didn't
     * register the return must also still be an office, and the destination must not be withheld.
     */
    private boolean mayKeep(FollowUp due, KnownConsents consents, Situation situation) {
        InstitutionId office = due.institution();
        return consents.cover(office, situation)
                && (office.value().equals(registeredBy)
                        || country != null && situation.offices().names(office));
    }

    /**
     * A plan is made once, so a change of policy does not change it. Safety checks are added when a case becomes a
     * high-risk case. A follow-up whose time is already over isn't planned.
     */
    private List<FollowUp> missing(InstitutionId office, Situation situation) {
        Set<Boolean> planned = followUps.stream().map(FollowUp::isCheck).collect(Collectors.toSet());
        Set<String> intervals = followUps.stream().map(FollowUp::afterReturn).collect(Collectors.toSet());
        return situation.policy().steps(highRisk).stream()
                .filter(step -> !planned.contains(step.kind() == FollowUpKind.SAFETY_CHECK))
                .filter(step -> !intervals.contains(step.after().text()))
                .filter(step -> times(step.after(), situation).closesAt().isAfter(situation.at()))
                .map(step -> planned(office, idOf(step.after(), situation), step, situation))
                .toList();
    }

    FollowUp planned(InstitutionId office, UUID followUpId, Policy.Step step, Situation situation) {
        return FollowUp.planned(followUpId, id, office, step, times(step.after(), situation));
    }

    /** Always the same id for one interval, so that a plan that a restored database lost is made again. */
    UUID idOf(Interval after, Situation situation) {
        return situation.ids().of("follow-up", id, after.text());
    }

    private Times times(Interval after, Situation situation) {
        return situation.policy().times(after, returnedOn, registeredAt, situation.zone());
    }

    private List<FollowUpFact> release(KnownConsents consents, Situation situation) {
        if (status != CaseStatus.FOLLOWED) {
            return List.of();
        }
        become(CaseStatus.RELEASED);
        // If all follow-ups are over, there is nothing to close.
        return followUps.stream().anyMatch(FollowUp::isOpen)
                ? close(consents.isWithdrawn() ? ClosureReason.REFUSED : ClosureReason.OTHER, situation.at())
                : List.of();
    }

    Optional<FollowUp> followUp(UUID followUpId) {
        return followUps.stream()
                .filter(followUp -> followUp.id().equals(followUpId))
                .findFirst();
    }

    List<FollowUp> followUps() {
        return List.copyOf(followUps);
    }

    CaseFiles.Settled stored() {
        String reason = closedBecause == null ? null : closedBecause.name();
        return new CaseFiles.Settled(id, status.name(), responsible, consentUntil, reason, unsettled);
    }

    /**
     * The plan as an institution may see it: who had a follow-up sees its result, but no later ones of others.
     *
     * @param reader null for a caller without institution
     * @return empty if the institution has nothing to do with the case
     */
    Optional<Plan> plan(InstitutionId reader) {
        List<FollowUpView> visible = followUps.stream()
                .filter(followUp -> isForAll(reader) || followUp.isOf(reader))
                .map(FollowUp::view)
                .toList();
        return Optional.of(new Plan(id, status, responsible, closedBecause, visible))
                .filter(plan -> isForAll(reader) || !visible.isEmpty());
    }

    private boolean isForAll(InstitutionId reader) {
        return reader != null
                && (reader.value().equals(registeredBy) || reader.value().equals(responsible));
    }

    /** The follow-ups of an institution for which a visit can be recorded. */
    List<FollowUp> open(InstitutionId institution, Instant at) {
        return followUps.stream()
                .filter(followUp -> followUp.isOf(institution))
                .filter(followUp -> followUp.readiness(at) instanceof Readiness.Open)
                .toList();
    }

    /** Whether a dossier for visits may be held; to be called after {@link #settle}. */
    Permission permission(List<Consent> consents, LocalDate today) {
        boolean done = status == CaseStatus.FOLLOWED && followUps.stream().noneMatch(FollowUp::isOpen);
        return status == CaseStatus.CLOSED || erasedAt != null || done
                ? Permission.none(id)
                : new KnownConsents(consents).permission(id, today);
    }

    /** Records a visit for a follow-up of this case that is {@link Readiness.Open}. */
    List<FollowUpFact> visited(FollowUp followUp, Visit visit) {
        // The visit may have been the last; then the dossier must not be held any more.
        unsettled = true;
        followUp.complete(visit);
        List<FollowUpFact> facts = new ArrayList<>(List.of(followUp.asCompleted()));
        visit.ending().ifPresent(reason -> {
            become(CaseStatus.CLOSED);
            facts.addAll(close(reason, visit.at()));
        });
        return facts;
    }

    /** Applies again that an office follows the person up; to be settled afterwards. */
    void restoreFollowed(InstitutionId office) {
        status = CaseStatus.FOLLOWED;
        responsible = office.value();
        closedBecause = null;
    }

    void restore(FollowUp followUp) {
        followUps.add(followUp);
    }

    /** Applies again that the case was closed; to be settled afterwards. */
    void restore(FollowUpFact.CaseClosed fact) {
        boolean forGood = fact.reason() == ClosureReason.DECEASED || fact.reason() == ClosureReason.REMIGRATED;
        status = forGood ? CaseStatus.CLOSED : CaseStatus.RELEASED;
        responsible = fact.institution().value();
        closedBecause = fact.reason();
        dropOpen();
    }

    void mustBeSettled() {
        unsettled = true;
    }

    private List<FollowUpFact> close(ClosureReason reason, Instant at) {
        dropOpen();
        closedBecause = reason;
        return List.of(new FollowUpFact.CaseClosed(new CaseId(id), new InstitutionId(responsible), at, reason));
    }

    private void dropOpen() {
        followUps.stream().filter(FollowUp::isOpen).forEach(FollowUp::drop);
    }

    private void become(CaseStatus next) {
        if (status != next && !status.successors().contains(next)) {
            throw new IllegalStateException(status + " does not lead to " + next);
        }
        status = next;
    }
}
