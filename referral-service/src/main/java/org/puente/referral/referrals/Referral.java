package org.puente.referral.referrals;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.puente.contracts.CaseId;
import org.puente.contracts.ConsentId;
import org.puente.contracts.DossierId;
import org.puente.contracts.InstitutionId;
import org.puente.contracts.NodeId;
import org.puente.contracts.OfferId;
import org.puente.contracts.Party;
import org.puente.contracts.ReferralFact;
import org.puente.contracts.ReferralHistory;
import org.puente.contracts.ReferralId;
import org.puente.contracts.ReferralNote;
import org.puente.contracts.ReferralStatus;
import org.puente.contracts.Side;
import org.puente.referral.dossiers.Sent;

/**
 * A referral as this node knows it: the set of its facts, from which alone its status follows (see
 * {@link ReferralHistory}). Every change of the set changes the version.
 */
@Entity
@Table(name = "referral")
public class Referral {
    @Id
    @Column(name = "referral_id")
    private UUID referralId;

    /** The id that its ends know it by; null where that is the one under which it is kept here. */
    @Column(name = "wire_id")
    private UUID wireId;

    @Column(name = "case_id")
    private UUID caseId;

    @Column(name = "part_of")
    private UUID partOf;

    @Column(name = "offer_id")
    private String offerId;

    @Column(name = "from_node")
    private String fromNode;

    @Column(name = "from_institution")
    private String fromInstitution;

    @Column(name = "to_node")
    private String toNode;

    @Column(name = "to_institution")
    private String toInstitution;

    private String priority;

    @Column(name = "answer_by")
    private Instant answerBy;

    @Column(name = "consent_id")
    private UUID consentId;

    @Column(name = "dossier_id")
    private UUID dossierId;

    @Embedded
    private RecordedFacts facts = new RecordedFacts();

    @Column(name = "issued_at")
    private Instant issuedAt;

    @Column(name = "modified_at")
    private Instant modifiedAt;

    @Embedded
    private PlaceState place = new PlaceState();

    /** When the issuer's node reminds; null where it is not this node's to remind. */
    @Column(name = "remind_at")
    private Instant remindAt;

    /** Null where nothing was let known. */
    @Embedded
    private Notes notes;

    /** Null where nothing of it is known, as of what another node issued. */
    @Embedded
    private SharedFields sharing;

    @Version
    private long version;

    protected Referral() {}

    /** A referral begins with its issued fact, here or from the wire. */
    public static Referral begin(UUID factId, ReferralFact.Issued issued, Instant now) {
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
        referral.record(new RecordedFact(factId, Side.ISSUER, issued), now);
        return referral;
    }

    /** The id that its ends know it by; another issuer's referral may have the same. */
    public ReferralId id() {
        return new ReferralId(wireId == null ? referralId : wireId);
    }

    /** Keeps it under another id: another issuer has used its own. */
    public void keepAs(UUID key) {
        wireId = referralId;
        referralId = key;
    }

    /** The id that it goes by at this node: nothing else here has it. */
    public ReferralId localId() {
        return new ReferralId(referralId);
    }

    /** When it was issued. */
    public Instant issuedAt() {
        return issuedAt;
    }

    /** By when it is to be answered. */
    public Instant answerBy() {
        return answerBy;
    }

    /** By this node's clock, and never back: lists go by it. */
    public Instant modifiedAt() {
        return modifiedAt;
    }

    /** Changes with every change of it. */
    public long version() {
        return version;
    }

    public CaseId caseId() {
        return new CaseId(caseId);
    }

    public OfferId offerId() {
        return new OfferId(offerId);
    }

    public ConsentId consentId() {
        return new ConsentId(consentId);
    }

    public DossierId dossierId() {
        return new DossierId(dossierId);
    }

    public Party from() {
        return new Party(new NodeId(fromNode), new InstitutionId(fromInstitution));
    }

    public Party to() {
        return new Party(new NodeId(toNode), new InstitutionId(toInstitution));
    }

    public SharedFields sharing() {
        return sharing == null ? new SharedFields() : sharing;
    }

    /**
     * @param what that a redirect waits for the owner's yes with; null once somebody has decided
     */
    public void await(PendingRedirect what, Instant now) {
        sharing = sharing().awaiting(what);
        modified(now);
    }

    /** What the recipient was sent of the person, as far as that is known here. */
    public Sent sent() {
        return new Sent(dossierId(), sharing().marks());
    }

    /** How it stands with the places of the offer, where that is this node's. */
    public PlaceState place() {
        return place;
    }

    public ReferralStatus status() {
        return history().status();
    }

    /** All its facts, oldest first. */
    public List<RecordedFact> said() {
        return facts.oldestFirst();
    }

    /** The fact that it began with. */
    public RecordedFact first() {
        return said().getFirst();
    }

    public ReferralFact.Issued issued() {
        return facts.issued();
    }

    public ReferralHistory history() {
        return facts.history(answerBy);
    }

    public Set<ReferralStatus> openSteps(Side side, Instant now) {
        return history().openSteps(side, now);
    }

    /**
     * Adds a fact, permitted or not: one from the wire may have crossed with one of ours, and the
     * status function ranks it all the same.
     *
     * @return whether it was new
     */
    public boolean record(RecordedFact one, Instant now) {
        boolean added = facts.add(one, answerBy, now);
        if (added) {
            modified(now);
        }
        return added;
    }

    private void modified(Instant now) {
        modifiedAt = modifiedAt == null || now.isAfter(modifiedAt) ? now : modifiedAt;
    }

    public Notes notes() {
        return notes == null ? new Notes() : notes;
    }

    /** Takes in what one end let the other know. */
    public void note(ReferralNote note, Instant now) {
        switch (note) {
            case ReferralNote.Reminded reminded -> reminded(reminded.occurredAt(), now);
            case ReferralNote.Queued queued -> queued(queued.position(), queued.occurredAt());
        }
    }

    /** Where in the waiting list it stands; null unless it waits, or before it was told. */
    public Integer position() {
        return status() == ReferralStatus.WAITLISTED ? notes().queuePosition() : null;
    }

    /**
     * @param at when the issuer's node reminds the recipient
     */
    public void remindAt(Instant at) {
        remindAt = at;
    }

    public void reminded(Instant at, Instant now) {
        if (notes().remindedAt() == null) {
            notes = notes().reminded(at);
            modified(now);
        }
    }

    public void queued(int position, Instant at) {
        notes = notes().queued(position, at);
    }

    /**
     * @param what was sent of the person, and whose the case is
     */
    public void shares(SharedFields what) {
        sharing = what;
    }

    /** Goes on under another consent of the case. */
    public void goOnUnder(ConsentId other) {
        consentId = other.value();
    }
}
