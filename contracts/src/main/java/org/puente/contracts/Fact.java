package org.puente.contracts;

/**
 * Something that happened in one node, told to the others: immutable, small, and without anything
 * that identifies a person. Components that may be null say so; collections never are.
 */
public sealed interface Fact
        permits ReturnFact, DirectoryFact, ReferralFact, ReferralNote, DossierFact, FollowUpFact, ReportFact {

    /** Id of the aggregate, which is the record's key and its ce_subject. */
    String subject();
}
