package org.puente.referral.referrals;

import java.util.List;
import org.puente.contracts.DossierField;
import org.puente.contracts.InstitutionId;
import org.puente.contracts.OfferId;

/**
 * A redirect that waits for the yes of the case owner.
 *
 * @param offerId the offer that the referral was redirected to
 * @param fields of the dossier that the offer needs, and that the redirected referral was not sent,
 *     or that were amended since
 * @param owner the institution that the case is of
 */
public record PendingRedirect(OfferId offerId, List<DossierField> fields, InstitutionId owner) {}
