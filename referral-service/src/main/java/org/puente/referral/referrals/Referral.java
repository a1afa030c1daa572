package org.puente.referral.referrals;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.puente.contracts.CaseId;
import org.puente.contracts.ConsentId;
import org.puente.contracts.Decision;
import org.puente.contracts.DossierId;
import org.puente.contracts.InstitutionId;
import org.puente.contracts.NodeId;
import org.puente.contracts.OfferId;
import org.puente.contracts.Party;
import org.puente.contracts.ReferralFact;
import org.puente.contracts.ReferralHistory;
import org.puente.contracts.ReferralId;
import org.puente.contracts.ReferralStatus;
import org.puente.contracts.Side;
import org.puente.referral.dossiers.Erasing;

/**
 * A referral as this node knows it: the set of its facts, from which alone its status follows (see
 * {@link ReferralHistory}). Every change of the set changes the version.
 */
@Entity
@Table(name = "referral")
class Referral {
    @Id
    @Column(name = "referral_id")
    UUID referralId;

    @Column(name = "case_id")
    UUID caseId;

    @Column(name = "part_of")
    UUID partOf;

    @Column(name = "offer_id")
    String offerId;

    @Column(name = "from_node")
    String fromNode;

    @Column(name = "from_institution")
    String fromInstitution;

    @Column(name = "to_node")
    String toNode;

    @Column(name = "to_institution")
    String toInstitution;

    String priority;

    @Column(name = "answer_by")
    Instant answerBy;

    @Column(name = "consent_id")
    UUID consentId;

    @Column(name = "dossier_id")
    UUID dossierId;

    String status;
    String said;

    @Column(name = "issued_at")
    Instant issuedAt;

    @Column(name = "modified_at")
    Instant modifiedAt;

    @Column(name = "final_at")
    Instant finalAt;

    @Column(name = "holds_place")
    boolean holdsPlace;

    boolean waits;

    @Version long version;

    protected Referral() {}

    /** A referral begins with its issued fact, here or from the wire. */
    static Referral begin(UUID factId, ReferralFact.Issued issued, Instant now) {
        Referral referral = new Referral();
        referral.referralId = issued.referralId().value();
        referral.caseId = issued.caseId().value();
        referral.partOf = issued.partOf() == null ? null : issued.partOf().value();
        referral.offerId = issued.offerId().value();
        referral.fromNode = issued.from().node().value();
        referral.fromInstitution = issued.from().institution().value();
        referral.toNode = issued.to().node().value();
        referral.toInstitution = issued.to().institution().value();
        referral.priority = issued.priority().code();
        referral.answerBy = issued.answerBy();
        referral.consentId = issued.consentId().value();
        referral.dossierId = issued.dossierId().value();
        referral.issuedAt = issued.occurredAt();
        referral.said = "[]";
        referral.hear(new Said(factId, Side.ISSUER, issued), now);
        return referral;
    }

    ReferralId id() {
        return new ReferralId(referralId);
    }

    CaseId caseId() {
        return new CaseId(caseId);
    }

    OfferId offerId() {
        return new OfferId(offerId);
    }

    ConsentId consentId() {
        return new ConsentId(consentId);
    }

    DossierId dossierId() {
        return new DossierId(dossierId);
    }

    Party from() {
        return new Party(new NodeId(fromNode), new InstitutionId(fromInstitution));
    }

    Party to() {
        return new Party(new NodeId(toNode), new InstitutionId(toInstitution));
    }

    /** What the recipient holds of the person for this referral. */
    Erasing.Held held() {
        return new Erasing.Held(dossierId(), id(), null, to().institution(), from().node());
    }

    ReferralStatus status() {
        return history().status();
    }

    /** Everything that was said, oldest first. */
    List<Said> said() {
        return Said.read(said).stream()
                .sorted(
                        Comparator.comparing((Said one) -> one.fact().occurredAt())
                                .thenComparing(one -> one.fact().step().rank()))
                .toList();
    }

    ReferralFact.Issued issued() {
        return said().stream()
                .map(Said::fact)
                .filter(ReferralFact.Issued.class::isInstance)
                .map(ReferralFact.Issued.class::cast)
                .findFirst()
                .orElseThrow();
    }

    ReferralHistory history() {
        return new ReferralHistory(
                answerBy, Said.read(said).stream().map(Said::step).collect(Collectors.toSet()));
    }

    Set<ReferralStatus> openSteps(Side side, Instant now) {
        return history().openSteps(side, now);
    }

    /** Says something on behalf of a side of this node, if the status that it sees permits. */
    Decision say(Said one, Instant now) {
        Decision decision = history().decide(one.step());
        if (decision instanceof Decision.Permitted) {
            hear(one, now);
        }
        return decision;
    }

    /**
     * Takes in what was said, permitted or not: a fact from the wire may have crossed with one of
     * ours, and the status function ranks it all the same.
     *
     * @return whether it was new
     */
    boolean hear(Said one, Instant now) {
        List<Said> all = new ArrayList<>(Said.read(said));
        if (all.stream().anyMatch(known -> known.id().equals(one.id()))) {
            return false;
        }
        all.add(one);
        said = Said.write(all);
        ReferralStatus standing = status();
        status = standing.code();
        if (standing.isFinal() && finalAt == null) {
            finalAt = now;
        }
        modifiedAt = now;
        return true;
    }
}
