package org.puente.reception.returns.batches;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.puente.reception.returns.codes.CodeList;

/**
 * A column of a spreadsheet.
 *
 * @param name as it stands in the first row
 * @param pointer JSON pointer of its value in the form of a registration
 * @param codes the list of codes that it takes; null if it takes other values
 */
record Column(String name, String pointer, Kind kind, CodeList codes) {
    /** What a cell holds. */
    enum Kind {
        TEXT,
        WHOLE_NUMBER,
        YES_OR_NO,
        DAY,
        /** Several values with a space, a comma or a semicolon between them. */
        LIST
    }

    /** How many documents, needs, earlier works and places of danger a row of a spreadsheet has room for. */
    private static final int REPEATED = 3;

    /** The last column of the template in which each row has a value. */
    private static final String LAST_NEEDED = "consentGivenBy";

    private static final List<Column> ALL = all();

    /** The columns by their names, in the order of the template. */
    static final Map<String, Column> BY_NAME = ALL.stream()
            .collect(Collectors.toMap(Column::name, Function.identity(), (one, other) -> one, LinkedHashMap::new));

    /** Whether the template has it after all that each row needs: so a row is whole without it. */
    boolean mayBeLeftOut() {
        return ALL.indexOf(this) > ALL.indexOf(BY_NAME.get(LAST_NEEDED));
    }

    private static Column text(String name, String pointer) {
        return new Column(name, pointer, Kind.TEXT, null);
    }

    private static Column code(String name, String pointer, CodeList codes) {
        return new Column(name, pointer, Kind.TEXT, codes);
    }

    private static Column list(String name, String pointer, CodeList codes) {
        return new Column(name, pointer, Kind.LIST, codes);
    }

    private static Column day(String name, String pointer) {
        return new Column(name, pointer, Kind.DAY, null);
    }

    private static Column flag(String name, String pointer) {
        return new Column(name, pointer, Kind.YES_OR_NO, CodeList.YES_NO);
    }

    private static List<Column> all() {
        List<Column> all = new ArrayList<>(List.of(
                text("key", "/key"),
                text("caseId", "/caseId"),
                text("arrivalId", "/manifest/arrivalId"),
                new Column("manifestEntry", "/manifest/entry", Kind.WHOLE_NUMBER, null),
                new Column("manifestVersion", "/manifest/version", Kind.WHOLE_NUMBER, null),
                text("announcedBy", "/manifest/announcedBy"),
                text("happenedAt", "/happenedAt"),
                text("givenNames", "/person/givenNames"),
                text("familyNames", "/person/familyNames"),
                day("birthDate", "/person/birthDate"),
                new Column("ageYears", "/person/ageYears", Kind.WHOLE_NUMBER, null),
                code("sex", "/person/sex", CodeList.SEX),
                code("nationality", "/person/nationality", CodeList.COUNTRY)));
        for (int i = 0; i < REPEATED; i++) {
            String at = "/person/documents/" + i;
            all.add(code("document" + (i + 1) + "Kind", at + "/kind", CodeList.DOCUMENT));
            all.add(text("document" + (i + 1) + "Number", at + "/number"));
        }
        all.addAll(List.of(
                list("phones", "/person/phones", null),
                list("languages", "/person/languages", null),
                day("returnedOn", "/returnedOn"),
                code("receptionPoint", "/receptionPoint", CodeList.RECEPTION_POINT),
                code("returnedFrom", "/returnedFrom", CodeList.COUNTRY),
                code("will", "/will", CodeList.WILL),
                code("assistance", "/assistance", CodeList.ASSISTANCE),
                code("legalBasis", "/legalBasis", CodeList.LEGAL_BASIS),
                code("transportMode", "/transport/mode", CodeList.TRANSPORT),
                text("transportReference", "/transport/reference"),
                text("householdId", "/household/id"),
                code("householdRole", "/household/role", CodeList.HOUSEHOLD_ROLE),
                text("responsible1CaseId", "/responsible/0/caseId"),
                code("responsible1Relation", "/responsible/0/relation", CodeList.RESPONSIBLE_RELATION),
                flag("nobodyResponsible", "/nobodyResponsible"),
                list("profiles", "/profiles", CodeList.PROFILE),
                list("causes", "/causes", CodeList.CAUSE)));
        for (int i = 0; i < REPEATED; i++) {
            String at = "/needs/" + i;
            all.add(code("need" + (i + 1) + "Dimension", at + "/dimension", CodeList.DIMENSION));
            all.add(code("need" + (i + 1) + "Category", at + "/category", CodeList.CATEGORY));
            all.add(code("need" + (i + 1) + "Urgency", at + "/urgency", CodeList.URGENCY));
        }
        all.addAll(List.of(
                code("legalProvision", "/background/legalProvision", CodeList.LEGAL_PROVISION),
                list("returnReasons", "/background/reasons", CodeList.RETURN_REASON),
                new Column("detainedDays", "/background/conditions/detainedDays", Kind.WHOLE_NUMBER, null),
                list("separatedFrom", "/background/conditions/separatedFrom", CodeList.SEPARATED_FROM),
                list("belongingsLost", "/background/conditions/belongingsLost", CodeList.BELONGING),
                code("debt", "/background/conditions/debt/band", CodeList.DEBT),
                code("debtOwedTo", "/background/conditions/debt/owedTo", CodeList.CREDITOR)));
        for (int i = 0; i < REPEATED; i++) {
            String at = "/background/work/" + i;
            all.add(code("work" + (i + 1) + "Isco", at + "/isco", CodeList.OCCUPATION));
            all.add(new Column("work" + (i + 1) + "Years", at + "/years", Kind.WHOLE_NUMBER, null));
            all.add(code("work" + (i + 1) + "Where", at + "/where", CodeList.COUNTRY));
        }
        all.addAll(List.of(
                code("studiesLevel", "/background/studies/level", CodeList.STUDIES_LEVEL),
                flag("studiesFinished", "/background/studies/finished"),
                list("skills", "/skills", CodeList.CATEGORY),
                code("destinationCountry", "/destination/country", CodeList.COUNTRY),
                text("destinationSubdivision", "/destination/subdivision"),
                text("destinationMunicipality", "/destination/municipality"),
                flag("unsafeDestination", "/restricted/unsafeDestination"),
                flag("internationalProtection", "/restricted/internationalProtection"),
                flag("trafficking", "/restricted/trafficking"),
                flag("sexualViolence", "/restricted/sexualViolence"),
                text("genderIdentity", "/restricted/genderIdentity"),
                text("health", "/restricted/health"),
                text("protectionOrder", "/restricted/protectionOrder"),
                text("restrictedNote", "/restricted/note"),
                list("consentPurposes", "/consent/purposes", CodeList.PURPOSE),
                list("consentScope", "/consent/scope", CodeList.SCOPE),
                code("consentGivenBy", "/consent/givenBy", CodeList.GIVER),
                day("consentValidUntil", "/consent/validUntil"),
                code("consentLanguage", "/consent/language", CodeList.LANGUAGE),
                text("consentTextVersion", "/consent/textVersion")));
        all.addAll(rare());
        return List.copyOf(all);
    }

    /** What few people need: a foundling, somebody who knows only an age, somebody in danger. */
    private static List<Column> rare() {
        List<Column> rare = new ArrayList<>(List.of(
                new Column("birthYear", "/person/birthYear", Kind.WHOLE_NUMBER, null),
                flag("ageEstimated", "/person/ageEstimated"),
                flag("withoutNames", "/person/withoutNames")));
        for (int i = 0; i < REPEATED; i++) {
            String at = "/person/documents/" + i;
            rare.add(day("document" + (i + 1) + "IssuedOn", at + "/issuedOn"));
            rare.add(day("document" + (i + 1) + "ValidUntil", at + "/validUntil"));
        }
        rare.addAll(List.of(
                text("responsible2CaseId", "/responsible/1/caseId"),
                code("responsible2Relation", "/responsible/1/relation", CodeList.RESPONSIBLE_RELATION),
                list("safeContactWays", "/person/safeContact/ways", CodeList.CONTACT_WAY),
                text("safeContactFrom", "/person/safeContact/from"),
                text("safeContactTo", "/person/safeContact/to"),
                code("safeContactLanguage", "/person/safeContact/language", CodeList.LANGUAGE),
                text("safeContactNote", "/person/safeContact/note")));
        for (int i = 0; i < REPEATED; i++) {
            String at = "/restricted/dangerPlaces/" + i;
            rare.add(code("dangerPlace" + (i + 1) + "Country", at + "/country", CodeList.COUNTRY));
            rare.add(text("dangerPlace" + (i + 1) + "Subdivision", at + "/subdivision"));
            rare.add(text("dangerPlace" + (i + 1) + "Municipality", at + "/municipality"));
        }
        return rare;
    }
}
