package org.puente.registry.upkeep;

import java.time.LocalDate;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.puente.contracts.DirectoryStatus;
import org.puente.registry.directory.Assurance;
import org.puente.registry.wording.EligibilityWords;
import org.puente.registry.wording.Wording;

/**
 * How an entry stands today; what its editor is told beside what was written. It may come back with
 * the entry, and is not looked at then.
 *
 * @param status in force: a day of withdrawal that has come counts, and so does the status of an
 *     offer's institution
 * @param stale whether nobody has assured it for longer than the policy allows
 * @param staleFrom the first day on which it is stale unless it is assured anew; null if nobody has
 *     ever assured it
 * @param referrals what becomes of them; null where nothing stands in their way
 * @param eligibility whom an offer is for, in words, by language; null for an institution
 */
@Schema(requiredProperties = {"status", "stale"})
record EntryStatus(
        DirectoryStatus status,
        boolean stale,
        LocalDate staleFrom,
        Referrals referrals,
        Map<String, String> eligibility) {
    static final String FIELD = "standing";

    /**
     * What becomes of referrals when an entry is paused or withdrawn.
     *
     * @param openStayAnswerable always: who was referred before keeps the right to an answer
     * @param newTaken whether one may be issued today
     * @param newTakenBefore the day from which none may be; null if none is planned
     * @param detail the same in words
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

    static EntryStatus of(Form form, DirectoryStatus status, Assurance assurance, Wording wording) {
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
