package org.puente.referral.changes;

/** An event within the service: changes of referrals were committed, and wait for their place in the feed. */
public record FeedGrowth() {}
