package org.puente.reception.returns.batches;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.puente.contracts.Assistance;
import org.puente.contracts.Cause;
import org.puente.contracts.Code;
import org.puente.contracts.ConsentGiver;
import org.puente.contracts.ConsentPurpose;
import org.puente.contracts.Countries;
import org.puente.contracts.Dimension;
import org.puente.contracts.LegalBasis;
import org.puente.contracts.Priority;
import org.puente.contracts.Profile;
import org.puente.contracts.Sex;
import org.puente.contracts.TransportMode;
import org.puente.contracts.Will;
import org.puente.platform.web.Texts;
import org.puente.reception.identity.DocumentKind;
import org.puente.reception.returns.HouseholdRole;

/** A list of codes that a column of the template offers. */
enum CodeList {
    SEX(Sex.values()),
    COUNTRY(Arrays.stream(Locale.getISOCountries())
            .map(alpha2 -> Locale.of("", alpha2).getISO3Country())
            .sorted()
            .toList()),
    DOCUMENT(DocumentKind.values()),
    /** Those of the caller's institution, as the directory has them. */
    RECEPTION_POINT(List.of()),
    WILL(Will.values()),
    ASSISTANCE(Assistance.values()),
    LEGAL_BASIS(LegalBasis.values()),
    TRANSPORT(TransportMode.values()),
    HOUSEHOLD_ROLE(HouseholdRole.values()),
    PROFILE(Profile.values()),
    CAUSE(Cause.values()),
    DIMENSION(Dimension.values()),
    /** Of offers: a list of our own, which a directory may exceed. */
    CATEGORY(List.of(
            "one-stop-desk",
            "immediate-aid",
            "shelter",
            "health",
            "identity-documents",
            "belongings",
            "child-protection",
            "legal-guidance",
            "missing-persons",
            "social-programmes",
            "education",
            "employment",
            "vocational-guidance",
            "vocational-training",
            "skills-certification",
            "apprenticeship",
            "entrepreneurship",
            "finance")),
    URGENCY(Priority.values()),
    YES_NO(List.of("true", "false")),
    PURPOSE(ConsentPurpose.values()),
    SCOPE(List.of("node", "region")),
    GIVER(ConsentGiver.values());

    private final List<String> codes;

    CodeList(Code[] codes) {
        this(Stream.of(codes).map(Code::code).toList());
    }

    CodeList(List<String> codes) {
        this.codes = codes;
    }

    List<String> codes() {
        return codes;
    }

    /** What a code means; the code itself where there is no text. */
    String label(String code, Locale locale) {
        if (this == COUNTRY) {
            return Countries.name(code, locale).orElse(code);
        }
        String key = this == CATEGORY ? "category-" + code : "code-" + word() + "-" + code;
        String label = Texts.of(locale, key);
        return label.equals(key) ? code : label;
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
