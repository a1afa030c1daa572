package org.puente.referral.referrals;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
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
import org.puente.referral.attachments.AttachmentChunks;
import org.puente.referral.attachments.HeldAttachments;
import org.puente.referral.box.ReferralChange;
import org.puente.referral.dossiers.Erasing;
import org.puente.referral.dossiers.Sent;

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

    /** The id that its ends know it by; null where that is the one under which it is kept here. */
    @Column(name = "wire_id")
    UUID wireId;

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

    /** When it came onto the waiting list; null unless it waits here. */
    @Column(name = "waits_since")
    Instant waitsSince;

    /** When the issuer's node reminds; null where it is not this node's to remind. */
    @Column(name = "remind_at")
    Instant remindAt;

    /** Null where nothing was let known. */
    @Embedded
    private Notes notes;

    /** Null where nothing of it is known, as of what another node issued. */
    @Embedded
    SharedFields sharing;

    /** Whether an answer in time is known. */
    boolean answered;

    @Version
    long version;

    /** What {@code said} holds, read once; valid as long as it was read from that very text. */
    @Transient
    private List<RecordedFact> heard = List.of();

    @Transient
    private String heardFrom;

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
        referral.hear(new RecordedFact(factId, Side.ISSUER, issued), now);
        return referral;
    }

    /** The id that its ends know it by; another issuer's referral may have the same. */
    ReferralId id() {
        return new ReferralId(wireId == null ? referralId : wireId);
    }

    /** Keeps it under another id: another issuer has used its own. */
    void keepAs(UUID key) {
        wireId = referralId;
        referralId = key;
    }

    /** The id that it goes by at this node: nothing else here has it. */
    ReferralId localId() {
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

    SharedFields sharing() {
        return sharing == null ? new SharedFields() : sharing;
    }

    /**
     * @param what that a redirect waits for the owner's yes with; null once somebody has decided
     */
    void await(PendingRedirect what, Instant now) {
        sharing = sharing().awaiting(what);
        modified(now);
    }

    /** What the recipient was sent of the person, as far as that is known here. */
    Sent sent() {
        return new Sent(dossierId(), sharing().marks());
    }

    /** What the recipient holds of the person for this referral. */
    Erasing.Held held() {
        return new Erasing.Held(dossierId(), id(), to().institution(), from().node());
    }

    /** What the issuer attaches to it goes to here. */
    AttachmentChunks.Address address() {
        return new AttachmentChunks.Address(id(), caseId(), from().institution(), to().node());
    }

    /** What came with it for the recipient to read came from here. */
    HeldAttachments.Origin origin() {
        return new HeldAttachments.Origin(id(), from().node());
    }

    /** What the institutions at its ends are told of something that was said. */
    ReferralChange news(RecordedFact one) {
        return ReferralChange.of(localId(), ends(), one.id(), one.side(), one.fact(), status());
    }

    /** What the institution at one end is told of what the other lets it know. */
    ReferralChange news(UUID noteId, ReferralNote note) {
        return ReferralChange.of(localId(), ends(), noteId, note, status());
    }

    private ReferralChange.Ends ends() {
        return new ReferralChange.Ends(from(), to(), sharing().caseOwner());
    }

    ReferralStatus status() {
        return history().status();
    }

    /** Everything that was said, oldest first. */
    List<RecordedFact> said() {
        return RecordedFact.oldestFirst(heard());
    }

    ReferralFact.Issued issued() {
        return RecordedFact.issued(heard());
    }

    ReferralHistory history() {
        return new ReferralHistory(
                answerBy, heard().stream().map(RecordedFact::step).collect(Collectors.toSet()));
    }

    private List<RecordedFact> heard() {
        if (!said.equals(heardFrom)) {
            heard = RecordedFact.read(said);
            heardFrom = said;
        }
        return heard;
    }

    Set<ReferralStatus> openSteps(Side side, Instant now) {
        return history().openSteps(side, now);
    }

    /**
     * Takes in what was said, permitted or not: a fact from the wire may have crossed with one of
     * ours, and the status function ranks it all the same.
     *
     * @return whether it was new
     */
    boolean hear(RecordedFact one, Instant now) {
        List<RecordedFact> all = new ArrayList<>(heard());
        if (all.stream().anyMatch(one::isThe)) {
            return false;
        }
        all.add(one);
        said = RecordedFact.write(all);
        ReferralHistory history = history();
        ReferralStatus standing = history.status();
        status = standing.code();
        answered = history.answeredInTime();
        if (standing.isFinal() && finalAt == null) {
            finalAt = now;
        }
        modified(now);
        return true;
    }

    /** By this node's clock, and never back: lists go by it. */
    private void modified(Instant now) {
        modifiedAt = modifiedAt == null || now.isAfter(modifiedAt) ? now : modifiedAt;
    }

    Notes notes() {
        return notes == null ? new Notes() : notes;
    }

    /** Takes in what one end let the other know. */
    void note(ReferralNote note, Instant now) {
        switch (note) {
            case ReferralNote.Reminded reminded -> reminded(reminded.occurredAt(), now);
            case ReferralNote.Queued queued -> queued(queued.position(), queued.occurredAt());
        }
    }

    /** Where in the waiting list it stands; null unless it waits, or before it was told. */
    Integer position() {
        return status() == ReferralStatus.WAITLISTED ? notes().queuePosition() : null;
    }

    void reminded(Instant at, Instant now) {
        if (notes().remindedAt() == null) {
            notes = notes().reminded(at);
            modified(now);
        }
    }

    void queued(int position, Instant at) {
        notes = notes().queued(position, at);
    }
}
