package org.puente.contracts;

/**
 * Something that happened in one node, published to the others: immutable, small, and without
 * anything that identifies a person. The Javadoc names the components that may be null; collections
 * never are.
 */
public sealed interface Fact
        permits ReturnFact,
                ReceptionFact,
                ArrivalFact,
                DirectoryFact,
                ReferralFact,
                ReferralNote,
                DossierFact,
                FollowUpFact,
                ReportFact {

    /** Id of the aggregate, which is the record's key and its ce_subject. */
    String subject();
}
