package org.puente.registry.hsds;

import java.util.ArrayList;
import java.util.List;
import org.puente.contracts.Eligibility;

/** Whom an offer is for, in a sentence. */
record EligibilityWords(Wording wording) {

    String of(Eligibility eligibility) {
        List<String> parts = new ArrayList<>();
        if (!eligibility.sex().isEmpty()) {
            parts.add(wording.codes("hsds-eligibility-sex-", eligibility.sex()));
        }
        if (Boolean.TRUE.equals(eligibility.withChildren())) {
            parts.add(wording.text("hsds-eligibility-children"));
        }
        addAge(parts, eligibility.minAge(), eligibility.maxAge());
        addList(parts, "hsds-eligibility-nationality", eligibility.nationalities());
        if (eligibility.maxDaysSinceReturn() != null) {
            parts.add(wording.text("hsds-eligibility-days", eligibility.maxDaysSinceReturn()));
        }
        addList(
                parts,
                "hsds-eligibility-documents",
                eligibility.documents().stream().map(this::document).toList());
        if (!eligibility.profiles().isEmpty()) {
            parts.add(
                    wording.text(
                            "hsds-eligibility-profiles",
                            wording.codes("hsds-profile-", eligibility.profiles())));
        }
        return parts.isEmpty() ? wording.text("hsds-eligibility-anyone") : String.join("; ", parts);
    }

    /** A paper that we have no words for goes by its slug. */
    String document(String slug) {
        String words = wording.text("hsds-document-" + slug);
        return words.startsWith("hsds-document-") ? slug : words;
    }

    private void addAge(List<String> parts, Integer least, Integer most) {
        if (least != null && most != null) {
            parts.add(wording.text("hsds-eligibility-age-between", least, most));
        } else if (least != null) {
            parts.add(wording.text("hsds-eligibility-age-from", least));
        } else if (most != null) {
            parts.add(wording.text("hsds-eligibility-age-to", most));
        }
    }

    private void addList(List<String> parts, String code, List<String> values) {
        if (!values.isEmpty()) {
            parts.add(wording.text(code, String.join(", ", values)));
        }
    }
}
