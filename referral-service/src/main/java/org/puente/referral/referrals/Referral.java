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
import org.puente.referral.dossiers.SentValues;

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

    /** The id that its participants know; null where it is kept here under the same id. */
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

    /** When the issuer's node reminds the recipient; null where this node is not the issuer's. */
    @Column(name = "remind_at")
    private Instant remindAt;

    /** Null where no note was sent or received. */
    @Embedded
    private Notes notes;

    /** Null where it is not known, as for a referral that another node issued. */
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

    /** The id that its participants know; another issuer's referral may have the same. */
    public ReferralId id() {
        return new ReferralId(wireId == null ? referralId : wireId);
    }

    /** Keeps the referral under another id, because another issuer has used its own. */
    public void keepAs(UUID key) {
        wireId = referralId;
        referralId = key;
    }

    /** The id of the referral at this node: no other referral here has it. */
    public ReferralId localId() {
        return new ReferralId(referralId);
    }

    /** When the referral was issued. */
    public Instant issuedAt() {
        return issuedAt;
    }

    /** By when an answer is expected. */
    public Instant answerBy() {
        return answerBy;
    }

    /** The last change by this node's clock; it never goes back, because lists go by it. */
    public Instant modifiedAt() {
        return modifiedAt;
    }

    /** Changes with every change of the referral. */
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
     * @param what the redirect that waits for the case owner's yes; null once somebody has decided
     */
    public void await(PendingRedirect what, Instant now) {
        sharing = sharing().awaiting(what);
        modified(now);
    }

    /** What the recipient was sent of the person, as far as that is known here. */
    public SentValues sent() {
        return new SentValues(dossierId(), sharing().marks());
    }

    /** The referral's share in the places of the offer, where the offer is this node's. */
    public PlaceState place() {
        return place;
    }

    public ReferralStatus status() {
        return history().status();
    }

    /** All facts, oldest first. */
    public List<RecordedFact> facts() {
        return facts.oldestFirst();
    }

    /** The fact that the referral began with. */
    public RecordedFact first() {
        return facts().getFirst();
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
     * Adds a fact, permitted or not: a fact from the wire may have crossed with one of this node,
     * and the status function ranks it all the same.
     *
     * @return whether the fact was new
     */
    public boolean record(RecordedFact fact, Instant now) {
        boolean added = facts.add(fact, answerBy, now);
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

    /**
     * Takes in a note from one participant to the other.
     *
     * @return whether it changed something
     */
    boolean note(ReferralNote note, Instant now) {
        Notes before = notes();
        switch (note) {
            case ReferralNote.Reminded reminded -> reminded(reminded.occurredAt(), now);
            case ReferralNote.Queued queued -> queued(queued.position(), queued.occurredAt());
        }
        return notes().differFrom(before);
    }

    /** The position in the waiting list; null unless the referral waits, and until one was published. */
    public Integer position() {
        return status() == ReferralStatus.WAITLISTED ? notes().queuePosition() : null;
    }

    /** The issuer's node reminds the recipient at this time. */
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

    /** Keeps which fields were sent of the person, and who owns the case. */
    public void shares(SharedFields what) {
        sharing = what;
    }

    /** The referral goes on under another consent of the case. */
    public void goOnUnder(ConsentId other) {
        consentId = other.value();
    }
}
