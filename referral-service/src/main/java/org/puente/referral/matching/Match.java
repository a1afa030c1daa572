package org.puente.referral.matching;

import java.util.List;
import org.puente.contracts.DirectoryFact.OfferPublished;

/**
 * An offer compared with a case.
 *
 * @param rank the values that it is ranked by
 */
public record Match(OfferPublished offer, Rank rank, List<Reason> reasons) {
    public boolean eligible() {
        return rank.eligible();
    }

    /**
     * The values that an offer is ranked by, the weightiest first.
     *
     * @param eligible no reason is against it
     * @param away false where part of what it covers is where the person is in danger
     * @param urgency of the most urgent need that it answers, 3 to 1; 0 where it answers none
     * @param room 2 a place is free (or there is no limit), 1 few wait, 0 many wait
     * @param near 2 it names the subdivision that the person goes to, 1 the country, 0 unknown
     * @param language 1 a language in common, or none is known
     * @param answers share of referrals answered in time, in percent; 50 where too little is known
     */
    public record Rank(boolean eligible, boolean away, int urgency, int room, int near, int language, long answers)
            implements Comparable<Rank> {
        @Override
        public int compareTo(Rank other) {
            int by = Boolean.compare(eligible, other.eligible);
            by = by != 0 ? by : Boolean.compare(away, other.away);
            by = by != 0 ? by : Integer.compare(urgency, other.urgency);
            by = by != 0 ? by : Integer.compare(room, other.room);
            by = by != 0 ? by : Integer.compare(near, other.near);
            by = by != 0 ? by : Integer.compare(language, other.language);
            return by != 0 ? by : Long.compare(answers, other.answers);
        }
    }
}
