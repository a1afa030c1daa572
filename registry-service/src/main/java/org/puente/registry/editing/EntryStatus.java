package org.puente.registry.editing;

import java.time.LocalDate;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.puente.contracts.DirectoryStatus;
import org.puente.registry.directory.Assurance;
import org.puente.registry.forms.EntryForm;
import org.puente.registry.forms.InstitutionForm;
import org.puente.registry.forms.OfferForm;
import org.puente.registry.wording.EligibilityWords;
import org.puente.registry.wording.Wording;

/**
 * The present state of an entry, which its editor is shown beside the written fields. A client may
 * send it back; it is ignored then.
 *
 * @param status in force today: a day of withdrawal that has come counts, and so does the status of
 *     an offer's institution
 * @param stale whether the last assurance is too old by the policy, or missing; false once
 *     withdrawn
 * @param staleFrom the first day on which it is stale unless assured again; null if nobody has ever
 *     assured it
 * @param referrals what happens to referrals; null if active and no withdrawal is planned
 * @param eligibility whom an offer is for, in words, by language; null for an institution
 */
@Schema(requiredProperties = {"status", "stale"})
record EntryStatus(
        DirectoryStatus status,
        boolean stale,
        LocalDate staleFrom,
        Referrals referrals,
        Map<String, String> eligibility) {
    /**
     * What happens to referrals when an entry is paused or withdrawn.
     *
     * @param openStayAnswerable always true: a person who was referred before keeps the right to an
     *     answer
     * @param newTaken whether a referral may be issued today
     * @param newTakenBefore the first day on which no referral may be issued; null if no withdrawal
     *     is planned
     * @param detail the same facts in words
     */
    record Referrals(boolean openStayAnswerable, boolean newTaken, LocalDate newTakenBefore, String detail) {

        static Referrals of(DirectoryStatus status, LocalDate withdrawOn, Wording wording) {
            return switch (status) {
                case WITHDRAWN -> new Referrals(true, false, null, wording.text("referrals-withdrawn"));
                case PAUSED -> new Referrals(true, false, null, wording.text("referrals-paused"));
                case ACTIVE ->
                    withdrawOn == null
                            ? null
                            : new Referrals(
                                    true,
                                    true,
                                    withdrawOn,
                                    wording.text("referrals-to-be-withdrawn", withdrawOn.toString()));
            };
        }
    }

    static EntryStatus of(EntryForm form, DirectoryStatus status, Assurance assurance, Wording wording) {
        return new EntryStatus(
                status,
                status != DirectoryStatus.WITHDRAWN && assurance.stale(form.assuredOn()),
                assurance.staleFrom(form.assuredOn()),
                Referrals.of(status, form.withdrawOn(), wording),
                switch (form) {
                    case InstitutionForm institution -> null;
                    case OfferForm offer -> inWords(offer);
                });
    }

    private static Map<String, String> inWords(OfferForm offer) {
        return Map.of(
                "es", new EligibilityWords(Wording.SPANISH).of(offer.conditions()),
                "en", new EligibilityWords(Wording.ENGLISH).of(offer.conditions()));
    }
}
