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
import java.util.Comparator;
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
import org.puente.contracts.Party;
import org.puente.followup.dossiers.Permission;

/**
 * A case in follow-up. Its right state is a function of the return, the consents, the directory and
 * the time. {@link #settle} brings the case to that state; it may be called after any change, and
 * the order of the changes makes no difference.
 */
@Entity
@Table(name = "case_file")
class CaseFile {
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
    CaseStatus status;

    /** The institution that does the follow-ups to come; null before the first plan. */
    String responsible;

    /** The last day of the consent that the plan needs; null if the consent has no end. */
    @Column(name = "consent_until")
    LocalDate consentUntil;

    @Enumerated(EnumType.STRING)
    @Column(name = "closed_because")
    ClosureReason closedBecause;

    /** Whether {@link #settle} has to run because something changed. */
    boolean unsettled;

    @OneToMany(cascade = CascadeType.PERSIST)
    @JoinColumn(name = "case_id", insertable = false, updatable = false)
    @OrderBy("dueAt, id")
    List<FollowUp> followUps = new ArrayList<>();

    /** Whether the case must be settled before anything is done with it. */
    boolean stale(LocalDate today) {
        return unsettled || status == CaseStatus.FOLLOWED && consentUntil != null && consentUntil.isBefore(today);
    }

    /**
     * Plans, changes or drops follow-ups, by the present return, consents, directory and time.
     *
     * @param consents all known consents of this case
     * @return the facts to publish; empty if nothing changes
     */
    List<FollowUpFact> settle(List<Consent> consents, Situation now) {
        unsettled = false;
        if (status == CaseStatus.CLOSED) {
            return List.of();
        }
        return office(consents, now)
                .map(office -> follow(office, consents, now))
                .orElseGet(() -> release(consents, now));
    }

    /**
     * The institution that follows the person up: of the offices that the consent covers, the
     * nearest to the destination; else the institution that registered the return, if the consent
     * covers it.
     */
    private Optional<InstitutionId> office(List<Consent> consents, Situation now) {
        Destination destination = country == null ? null : new Destination(country, subdivision);
        return now.offices()
                .nearest(destination, office -> covered(office, consents, now))
                .or(() ->
                        Optional.of(new InstitutionId(registeredBy)).filter(office -> covered(office, consents, now)));
    }

    static boolean covered(InstitutionId office, List<Consent> consents, Situation now) {
        Party party = new Party(now.node(), office);
        return consents.stream().anyMatch(consent -> consent.covers(party, now.today()));
    }

    private List<FollowUpFact> follow(InstitutionId office, List<Consent> consents, Situation now) {
        become(CaseStatus.FOLLOWED);
        responsible = office.value();
        closedBecause = null;
        Party party = new Party(now.node(), office);
        consentUntil = consents.stream()
                .filter(consent -> consent.covers(party, now.today()))
                .map(Consent::until)
                .max(Comparator.naturalOrder())
                .filter(until -> !until.equals(LocalDate.MAX))
                .orElse(null);
        List<FollowUp> news = missing(office, now);
        List<FollowUpFact> facts = new ArrayList<>();
        for (FollowUp known : followUps) {
            Times times = times(Interval.parse(known.afterReturn), now);
            if (known.revise(office, times, now.at())) {
                facts.add(known.asPlanned(now.at()));
            } else if (known.status == FollowUpStatus.DUE && !mayKeep(known, consents, now)) {
                facts.add(known.handOver(office, now.at()));
            }
        }
        followUps.addAll(news);
        news.forEach(followUp -> facts.add(followUp.asPlanned(now.at())));
        return facts;
    }

    /**
     * A due follow-up stays with its institution while the consent covers the institution. An
     * institution that didn't register the return must also still be an office, and the destination
     * must not be withheld.
     */
    private boolean mayKeep(FollowUp due, List<Consent> consents, Situation now) {
        InstitutionId office = new InstitutionId(due.institution);
        return covered(office, consents, now)
                && (due.institution.equals(registeredBy)
                        || country != null && now.offices().names(office));
    }

    /**
     * A plan is made once, so a change of policy does not change it. Safety checks are added when a
     * case becomes a high-risk case. A follow-up whose time is already over isn't planned.
     */
    private List<FollowUp> missing(InstitutionId office, Situation now) {
        Set<Boolean> planned = followUps.stream().map(CaseFile::isCheck).collect(Collectors.toSet());
        Set<String> intervals = followUps.stream().map(f -> f.afterReturn).collect(Collectors.toSet());
        return now.policy().steps(highRisk).stream()
                .filter(step -> !planned.contains(step.kind() == FollowUpKind.SAFETY_CHECK))
                .filter(step -> !intervals.contains(step.after().text()))
                .filter(step -> times(step.after(), now).closesAt().isAfter(now.at()))
                .map(step -> planned(office, step, now))
                .toList();
    }

    private FollowUp planned(InstitutionId office, Policy.Step step, Situation now) {
        return FollowUp.planned(idOf(step.after(), now), id, office, step, times(step.after(), now));
    }

    /**
     * Always the same id for one interval, so that a plan that a restored database lost is made
     * again.
     */
    UUID idOf(Interval after, Situation now) {
        return now.ids().of("follow-up", id, after.text());
    }

    private static boolean isCheck(FollowUp followUp) {
        return followUp.kind == FollowUpKind.SAFETY_CHECK;
    }

    private Times times(Interval after, Situation now) {
        return now.policy().times(after, returnedOn, registeredAt, now.zone());
    }

    private List<FollowUpFact> release(List<Consent> consents, Situation now) {
        if (status != CaseStatus.FOLLOWED) {
            return List.of();
        }
        become(CaseStatus.RELEASED);
        boolean withdrawn = consents.stream()
                .filter(Consent::isForFollowUp)
                .max(Comparator.comparing(consent -> consent.at))
                .map(consent -> consent.withdrawn)
                .orElse(false);
        // If all follow-ups are over, there is nothing to close.
        return followUps.stream().anyMatch(followUp -> followUp.status.open())
                ? close(withdrawn ? ClosureReason.REFUSED : ClosureReason.OTHER, now.at())
                : List.of();
    }

    FollowUp followUp(UUID followUpId) {
        return followUps.stream()
                .filter(followUp -> followUp.id.equals(followUpId))
                .findFirst()
                .orElseThrow();
    }

    /** Whether a dossier for visits may be held; to be called after {@link #settle}. */
    Permission permission(List<Consent> consents, LocalDate today) {
        boolean done =
                status == CaseStatus.FOLLOWED && followUps.stream().noneMatch(followUp -> followUp.status.open());
        return status == CaseStatus.CLOSED || done
                ? Permission.none(id)
                : consents.stream()
                        .filter(consent -> consent.letsFollowUp(today))
                        .map(Consent::until)
                        .max(Comparator.naturalOrder())
                        .map(until -> Permission.standing(id, until))
                        .orElseGet(() -> Permission.without(id, lastSaid(consents)));
    }

    private static Instant lastSaid(List<Consent> consents) {
        return consents.stream()
                .map(consent -> consent.at)
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
    }

    /** Records a visit for a follow-up of this case that is {@link Readiness.Open}. */
    List<FollowUpFact> visited(FollowUp followUp, Visit visit) {
        followUp.complete(visit);
        List<FollowUpFact> facts = new ArrayList<>(List.of(followUp.asCompleted()));
        visit.ending().ifPresent(reason -> {
            become(CaseStatus.CLOSED);
            facts.addAll(close(reason, visit.at()));
        });
        return facts;
    }

    private List<FollowUpFact> close(ClosureReason reason, Instant at) {
        followUps.stream().filter(followUp -> followUp.status.open()).forEach(FollowUp::drop);
        closedBecause = reason;
        return List.of(new FollowUpFact.CaseClosed(new CaseId(id), new InstitutionId(responsible), at, reason));
    }

    private void become(CaseStatus next) {
        if (status != next && !status.successors().contains(next)) {
            throw new IllegalStateException(status + " does not lead to " + next);
        }
        status = next;
    }
}
