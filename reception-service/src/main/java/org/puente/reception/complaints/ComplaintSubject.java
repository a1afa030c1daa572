package org.puente.reception.complaints;

import org.puente.contracts.CaseId;
import org.puente.contracts.InstitutionId;
import org.puente.contracts.Party;
import org.puente.contracts.ReferralId;

/**
 * Whom a complaint is about.
 *
 * @param referralId null if it is not about what an institution did with a referral
 * @param about the institution, of any node
 * @param desk the institution of the case
 */
record ComplaintSubject(CaseId caseId, ReferralId referralId, Party about, InstitutionId desk) {}
