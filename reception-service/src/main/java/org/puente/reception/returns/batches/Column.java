package org.puente.reception.returns.batches;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

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

    /** How many documents and needs a row of a spreadsheet has room for. */
    private static final int REPEATED = 3;

    private static final List<Column> ALL = all();

    /** The columns by their names, in the order of the template. */
    static final Map<String, Column> BY_NAME = ALL.stream()
            .collect(Collectors.toMap(Column::name, Function.identity(), (one, other) -> one, LinkedHashMap::new));

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
                list("profiles", "/profiles", CodeList.PROFILE),
                list("causes", "/causes", CodeList.CAUSE)));
        for (int i = 0; i < REPEATED; i++) {
            String at = "/needs/" + i;
            all.add(code("need" + (i + 1) + "Dimension", at + "/dimension", CodeList.DIMENSION));
            all.add(code("need" + (i + 1) + "Category", at + "/category", CodeList.CATEGORY));
            all.add(code("need" + (i + 1) + "Urgency", at + "/urgency", CodeList.URGENCY));
        }
        all.addAll(List.of(
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
                day("consentValidUntil", "/consent/validUntil")));
        return List.copyOf(all);
    }
}
