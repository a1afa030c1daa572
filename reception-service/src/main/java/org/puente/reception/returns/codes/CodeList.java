package org.puente.reception.returns.codes;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.puente.contracts.AgeGroup;
import org.puente.contracts.Assistance;
import org.puente.contracts.Cause;
import org.puente.contracts.Code;
import org.puente.contracts.ConsentGiver;
import org.puente.contracts.ConsentPurpose;
import org.puente.contracts.Countries;
import org.puente.contracts.Dimension;
import org.puente.contracts.HelpKind;
import org.puente.contracts.HelpVoidReason;
import org.puente.contracts.LegalBasis;
import org.puente.contracts.Priority;
import org.puente.contracts.Profile;
import org.puente.contracts.Sex;
import org.puente.contracts.TransportMode;
import org.puente.contracts.Will;
import org.puente.platform.text.CodeLabels;
import org.puente.platform.text.Occupations;
import org.puente.platform.text.Subdivisions;
import org.puente.reception.arrivals.ArrivalNeed;
import org.puente.reception.certificates.RevocationReason;
import org.puente.reception.complaints.ComplaintOutcome;
import org.puente.reception.identity.DocumentKind;
import org.puente.reception.identity.PaperStep;
import org.puente.reception.returns.ContactWay;
import org.puente.reception.returns.HouseholdRole;
import org.puente.reception.returns.Kinship;
import org.puente.reception.returns.ResponsibleRelation;
import org.puente.reception.returns.background.LegalProvision;
import org.puente.reception.returns.background.ReturnConditions;
import org.puente.reception.returns.background.ReturnReason;
import org.puente.reception.returns.background.Studies;
import org.puente.reception.returns.matching.Decision;
import org.puente.reception.rights.DataRequestKind;
import org.puente.reception.rights.DataRequestOutcome;

/** A list of codes that a form of reception takes, with what each means. */
public enum CodeList {
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
    RESPONSIBLE_RELATION(ResponsibleRelation.values()),
    KINSHIP(Kinship.values()),
    CONTACT_WAY(ContactWay.values()),
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
    LEGAL_PROVISION(LegalProvision.values()),
    RETURN_REASON(ReturnReason.values()),
    SEPARATED_FROM(ReturnConditions.Relative.values()),
    BELONGING(ReturnConditions.Belonging.values()),
    DEBT(ReturnConditions.Band.values()),
    CREDITOR(ReturnConditions.Creditor.values()),
    /** Major and sub-major groups of ISCO-08. */
    OCCUPATION(Occupations.codes()),
    STUDIES_LEVEL(Studies.Level.values()),
    YES_NO(List.of("true", "false")),
    PURPOSE(ConsentPurpose.values()),
    SCOPE(List.of("node", "region")),
    GIVER(ConsentGiver.values()),
    /** ISO 639-3: those that are spoken most among people who return. The list is ours; others are taken too. */
    LANGUAGE(List.of(
            "spa", "eng", "mam", "quc", "kek", "cak", "ixl", "kjb", "tzj", "yua", "tzo", "tzh", "zap", "cab", "miq",
            "por", "fra", "hat")),
    SUBDIVISION(Subdivisions.ofThisBuild().countries().values().stream()
            .flatMap(country -> country.keySet().stream())
            .sorted()
            .toList()),
    PAPER(PaperStep.Paper.values()),
    PAPER_STEP(PaperStep.Step.values()),
    HELP_KIND(HelpKind.values()),
    HELP_VOID_REASON(HelpVoidReason.values()),
    /** What an announced arrival says to prepare. */
    ARRIVAL_NEED(ArrivalNeed.values()),
    AGE_GROUP(AgeGroup.values()),
    MATCH_DECISION(Decision.values()),
    REVOCATION_REASON(RevocationReason.values()),
    DATA_REQUEST_KIND(DataRequestKind.values()),
    DATA_REQUEST_OUTCOME(DataRequestOutcome.values()),
    COMPLAINT_OUTCOME(ComplaintOutcome.values());

    private final List<String> codes;

    CodeList(Code[] codes) {
        this(Stream.of(codes).map(Code::code).toList());
    }

    CodeList(List<String> codes) {
        this.codes = codes;
    }

    public List<String> codes() {
        return codes;
    }

    /** What a code means; the code itself where there is no text. */
    public String label(String code, Locale locale) {
        return this == SUBDIVISION
                ? subdivision(code, locale)
                : CodeLabels.of(slug(), code, locale).orElse(code);
    }

    /** With its country: El Salvador and Honduras both have a La Paz. */
    private static String subdivision(String code, Locale locale) {
        String country = Countries.of(code);
        return Subdivisions.name(code).orElse(code) + " ("
                + Countries.name(country, locale).orElse(country) + ")";
    }

    /** The name of the list. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
