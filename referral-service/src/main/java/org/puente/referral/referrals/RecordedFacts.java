package org.puente.referral.referrals;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.puente.contracts.ReferralFact;
import org.puente.contracts.ReferralHistory;
import org.puente.contracts.ReferralStatus;

/** The facts of a referral, and what follows from them alone. */
@Embeddable
class RecordedFacts {
    /** As JSON. */
    private String said = "[]";

    private String status;

    /** Whether an answer in time is known. */
    private boolean answered;

    /** By this node's clock; null while the referral goes on. */
    @Column(name = "final_at")
    private Instant finalAt;

    /** The facts in {@code said}, read once; valid as long as they were read from that very text. */
    @Transient
    private List<RecordedFact> read = List.of();

    @Transient
    private String readFrom;

    protected RecordedFacts() {}

    /**
     * @return whether the fact was new
     */
    boolean add(RecordedFact one, Instant answerBy, Instant now) {
        List<RecordedFact> all = new ArrayList<>(all());
        if (all.stream().anyMatch(one::isThe)) {
            return false;
        }
        all.add(one);
        said = RecordedFact.write(all);
        ReferralHistory history = history(answerBy);
        ReferralStatus standing = history.status();
        status = standing.code();
        answered = history.answeredInTime();
        if (standing.isFinal() && finalAt == null) {
            finalAt = now;
        }
        return true;
    }

    List<RecordedFact> oldestFirst() {
        return RecordedFact.oldestFirst(all());
    }

    ReferralFact.Issued issued() {
        return RecordedFact.issued(all());
    }

    ReferralHistory history(Instant answerBy) {
        return new ReferralHistory(
                answerBy, all().stream().map(RecordedFact::step).collect(Collectors.toSet()));
    }

    private List<RecordedFact> all() {
        if (!said.equals(readFrom)) {
            read = RecordedFact.read(said);
            readFrom = said;
        }
        return read;
    }
}
