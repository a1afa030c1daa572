package org.puente.registry.wording;

import java.util.ArrayList;
import java.util.List;
import org.puente.contracts.Eligibility;
import org.puente.platform.text.Label;

/** Puts into words whom an offer is for. */
public record EligibilityWords(Wording wording) {

    public String of(Eligibility eligibility) {
        List<String> parts = new ArrayList<>();
        if (!eligibility.sex().isEmpty()) {
            parts.add(wording.codes("eligibility-sex-", eligibility.sex()));
        }
        if (Boolean.TRUE.equals(eligibility.withChildren())) {
            parts.add(wording.text("eligibility-children"));
        }
        addAge(parts, eligibility.minAge(), eligibility.maxAge());
        addList(
                parts,
                "eligibility-nationality",
                eligibility.nationalities().stream()
                        .map(code -> wording.label(Label.Kind.AREA, code))
                        .toList());
        if (eligibility.maxDaysSinceReturn() != null) {
            parts.add(wording.text("eligibility-days", eligibility.maxDaysSinceReturn()));
        }
        addList(
                parts,
                "eligibility-documents",
                eligibility.documents().stream().map(this::document).toList());
        if (!eligibility.profiles().isEmpty()) {
            parts.add(wording.text("eligibility-profiles", wording.codes("profile-", eligibility.profiles())));
        }
        return parts.isEmpty() ? wording.text("eligibility-anyone") : String.join("; ", parts);
    }

    /** The name of a document; its slug if there are no words for it. */
    public String document(String slug) {
        return wording.label(Label.Kind.DOCUMENT, slug);
    }

    private void addAge(List<String> parts, Integer least, Integer most) {
        if (least != null && most != null) {
            parts.add(wording.text("eligibility-age-between", least, most));
        } else if (least != null) {
            parts.add(wording.text("eligibility-age-from", least));
        } else if (most != null) {
            parts.add(wording.text("eligibility-age-to", most));
        }
    }

    private void addList(List<String> parts, String code, List<String> values) {
        if (!values.isEmpty()) {
            parts.add(wording.text(code, String.join(", ", values)));
        }
    }
}
