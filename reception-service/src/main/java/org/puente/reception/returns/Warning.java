package org.puente.reception.returns;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.puente.contracts.InstitutionId;
import org.puente.platform.web.Texts;
import org.puente.reception.identity.IdentityDocument;
import org.puente.reception.identity.Persons.Recognised;
import org.puente.reception.returns.background.LegalProvision;

/**
 * A doubt that the desk should look at; a warning never stops the work.
 *
 * @param pointer the field in the body, RFC 6901
 * @param detail for people, in the language of the request
 */
@Schema(requiredProperties = {"code", "detail"})
public record Warning(String code, String pointer, String detail) {
    private static final String DOCUMENT = "document-check-failed";
    private static final String OTHERS = "documents-of-two-people";
    private static final String CONFLICT = "document-of-somebody-else";
    private static final String NEAR = "possible-earlier-registration";
    private static final String FOREIGN_LAW = "provision-of-another-country";
    private static final String ENDED_LAW = "provision-ended";

    private static final String AGAINST = "profile-against-responsible";
    private static final String NOBODY = "child-with-nobody";
    private static final String CLOCK = "clock-differs";

    /** How far a client's clock may be ahead of this one without a warning. */
    private static final Duration CLOCK_MAY_DIFFER = Duration.ofMinutes(5);

    /**
     * As {@link #of(InstitutionId, Registration, Recognised, ReturnContext, Locale)}, for a new return.
     *
     * @param at when it came
     */
    public static List<Warning> of(
            InstitutionId reader,
            Registration registration,
            Recognised who,
            ReturnContext known,
            Instant at,
            Locale locale) {
        List<Warning> warnings = of(reader, registration, who, known, locale);
        Instant happened = registration.happenedAt();
        if (happened != null && happened.isAfter(at.plus(CLOCK_MAY_DIFFER))) {
            warnings.add(new Warning(CLOCK, "/happenedAt", Texts.of(locale, CLOCK)));
        }
        return warnings;
    }

    public static List<Warning> of(
            InstitutionId reader, Registration registration, Recognised who, ReturnContext known, Locale locale) {
        List<Warning> warnings = new ArrayList<>();
        List<IdentityDocument> documents = registration.person().documents();
        for (int i = 0; i < documents.size(); i++) {
            if (!documents.get(i).valid()) {
                String kind = documents.get(i).kind().code().toUpperCase(Locale.ROOT);
                String pointer = "/person/documents/" + i + "/number";
                warnings.add(new Warning(DOCUMENT, pointer, Texts.of(locale, DOCUMENT, kind)));
            }
        }
        UnaccompaniedOrSeparated.byStatementOnly(registration)
                .ifPresent(profile -> warnings.add(new Warning(
                        AGAINST,
                        "/profiles/" + registration.profiles().indexOf(profile),
                        Texts.of(locale, AGAINST, profile.code()))));
        if (UnaccompaniedOrSeparated.isUnknown(registration)) {
            warnings.add(new Warning(NOBODY, "/responsible", Texts.of(locale, NOBODY)));
        }
        if (who.conflicting()) {
            warnings.add(new Warning(CONFLICT, "/person/documents", Texts.of(locale, CONFLICT)));
        }
        if (who.others()) {
            warnings.add(new Warning(OTHERS, "/person/documents", Texts.of(locale, OTHERS)));
        }
        if (!known.near().isEmpty()) {
            warnings.add(new Warning(NEAR, "/person", near(reader, known, locale)));
        }
        MatchWarning.of(reader, known, locale).ifPresent(warnings::add);
        provision(registration, locale).ifPresent(warnings::add);
        return warnings;
    }

    /** A provision of law that does not fit the day or the country of the return. */
    private static Optional<Warning> provision(Registration registration, Locale locale) {
        LegalProvision provision = registration.background() == null
                ? null
                : registration.background().legalProvision();
        if (provision == null) {
            return Optional.empty();
        }
        String pointer = "/background/legalProvision";
        if (!provision.isOf(registration.returnedFrom())) {
            return Optional.of(new Warning(FOREIGN_LAW, pointer, Texts.of(locale, FOREIGN_LAW)));
        }
        return provision
                .lastDay()
                .filter(registration.returnedOn()::isAfter)
                .map(last -> new Warning(ENDED_LAW, pointer, Texts.of(locale, ENDED_LAW, last.toString())));
    }

    /** Names only cases of the reader's institution; the other institutions are not named. */
    private static String near(InstitutionId reader, ReturnContext known, Locale locale) {
        String own = known.near().stream()
                .filter(near -> near.institution().equals(reader.value()))
                .map(near -> near.caseId().toString())
                .collect(Collectors.joining(", "));
        return own.isEmpty() ? Texts.of(locale, NEAR) : Texts.of(locale, NEAR + "-own", own);
    }
}
