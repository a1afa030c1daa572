package org.puente.referral.referrals;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.puente.contracts.ReferralFact;
import org.puente.contracts.ReferralHistory;
import org.puente.contracts.ReferralStatus;

/** The facts of a referral, and what follows from them alone. */
@Embeddable
class RecordedFacts {
    @Column(name = "said")
    private String json = "[]";

    private String status;

    /** Whether an answer in time is known. */
    private boolean answered;

    /** By this node's clock; null while the referral goes on. */
    @Column(name = "final_at")
    private Instant finalAt;

    /** The facts in {@code json}, read once; valid as long as they were read from that very text. */
    @Transient
    private List<RecordedFact> read = List.of();

    @Transient
    private String readFrom;

    protected RecordedFacts() {}

    /**
     * @return whether the fact was new
     */
    boolean add(RecordedFact fact, Instant answerBy, Instant now) {
        if (all().stream().anyMatch(fact::isSameAs)) {
            return false;
        }
        json = RecordedFact.append(json, fact);
        ReferralHistory history = history(answerBy);
        ReferralStatus present = history.status();
        status = present.code();
        answered = history.answeredInTime();
        if (present.isFinal() && finalAt == null) {
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
        if (!json.equals(readFrom)) {
            read = RecordedFact.read(json);
            readFrom = json;
        }
        return read;
    }
}
