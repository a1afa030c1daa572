package org.puente.referral.matching;

/**
 * How an institution has answered the referrals of this node.
 *
 * @param asked referrals whose deadline is over
 * @param inTime those of them that it answered in time
 */
public record AnswerRate(long asked, long inTime) {
    /** With fewer referrals a share means nothing. */
    private static final int FEW = 5;

    boolean isMeaningful() {
        return asked >= FEW;
    }

    /** Whole percent, rounded down: 100 means every single one. */
    public long percent() {
        return asked == 0 ? 0 : inTime * 100 / asked;
    }
}
