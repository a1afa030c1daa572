package org.puente.reception.status;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.puente.contracts.LocalizedText;
import org.puente.contracts.ReferralStatus;
import org.puente.platform.web.Texts;
import org.puente.reception.directory.Recipients;
import org.puente.reception.directory.Services;
import org.puente.reception.directory.Services.Service;
import org.puente.reception.status.CaseTimeline.Referral;
import org.puente.reception.wording.ConsentText;

/**
 * Puts the status of a case into plain words.
 *
 * @param now decides whether appointments and days are past or to come
 * @param zone time zone of the node that received the person
 */
record StatusText(Locale language, Instant now, ZoneId zone) {

    /**
     * @param services the services of the referrals, as far as the directory has them; a missing
     *     service may be protected, so it is treated as protected
     * @param recipients whom the consents name, as far as the directory has them
     */
    PersonStatus of(
            StatusLookup.FoundCase found,
            CaseTimeline timeline,
            Map<Services.Key, Service> services,
            Recipients.Known recipients) {
        ConsentStatus consent = found.consent(today());
        return new PersonStatus(
                found.returnedOn(),
                text("status-return", day(found.returnedOn())),
                new PersonStatus.OfConsent(consent, text("status-consent-" + consent.code()), given(found, recipients)),
                timeline.referrals().stream()
                        .map(referral -> part(
                                referral,
                                services.get(new Services.Key(
                                        referral.issued().to().node(),
                                        referral.issued().offerId()))))
                        .toList(),
                followUp(timeline.nextFollowUp()),
                List.of(),
                text(timeline.referrals().isEmpty() ? "status-advice-none" : "status-advice"));
    }

    private List<String> given(StatusLookup.FoundCase found, Recipients.Known recipients) {
        ConsentText words = new ConsentText(language, recipients);
        return found.standing(today()).stream()
                .map(consent -> words.summary(new ConsentText.Terms(
                        consent.purposes(), consent.scope(), consent.givenBy(), consent.validUntil())))
                .toList();
    }

    private PersonStatus.OfReferral part(Referral referral, Service service) {
        return service == null || service.restricted() ? protectedPart(referral) : openPart(referral, service);
    }

    private PersonStatus.OfReferral protectedPart(Referral referral) {
        String words = referral.status() == ReferralStatus.SCHEDULED ? "referral-scheduled-protected" : key(referral);
        return new PersonStatus.OfReferral(
                referral.issued().referralId(),
                text("status-protected-service"),
                null,
                null,
                null,
                issuedOn(referral),
                referral.status(),
                text(words, position(referral)),
                null,
                text("status-protected-advice"));
    }

    private PersonStatus.OfReferral openPart(Referral referral, Service service) {
        ZoneId there = service.zone() == null ? zone : service.zone();
        boolean toCome = isToCome(referral.appointment());
        return new PersonStatus.OfReferral(
                referral.issued().referralId(),
                name(service.name()),
                kind(service.category()),
                service.institution(),
                service.phone(),
                issuedOn(referral),
                referral.status(),
                text(
                        key(referral),
                        referral.appointment() == null ? position(referral) : time(referral.appointment(), there)),
                toCome ? referral.appointment().atZone(there).toOffsetDateTime() : null,
                text(
                        "referral-" + referral.status().code() + "-advice",
                        day(LocalDate.ofInstant(referral.issued().answerBy(), zone))));
    }

    private String key(Referral referral) {
        String key = "referral-" + referral.status().code();
        if (referral.position() != null) {
            return key + "-position";
        }
        return referral.appointment() == null || isToCome(referral.appointment()) ? key : key + "-past";
    }

    /** Converts to text, since MessageFormat would format a number by the locale. */
    private static String position(Referral referral) {
        return String.valueOf(referral.position());
    }

    private boolean isToCome(Instant appointment) {
        return appointment != null && !appointment.isBefore(now);
    }

    private PersonStatus.OfFollowUp followUp(LocalDate dueOn) {
        if (dueOn == null) {
            return new PersonStatus.OfFollowUp(null, text("status-followup-none"));
        }
        String key = dueOn.isBefore(today()) ? "status-followup-overdue" : "status-followup-next";
        return new PersonStatus.OfFollowUp(dueOn, text(key, day(dueOn)));
    }

    private LocalDate issuedOn(Referral referral) {
        return LocalDate.ofInstant(referral.issued().occurredAt(), zone);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(now, zone);
    }

    private String name(LocalizedText name) {
        return language.getLanguage().equals("en") && name.en() != null ? name.en() : name.es();
    }

    /** Categories are an open list. A category without a word here shows only the service's name. */
    private String kind(String category) {
        String code = "category-" + category;
        String word = text(code);
        return word.equals(code) ? null : word;
    }

    private String day(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .localizedBy(language)
                .format(day);
    }

    private String time(Instant at, ZoneId there) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.FULL, FormatStyle.SHORT)
                .localizedBy(language)
                .format(at.atZone(there));
    }

    private String text(String code, Object... args) {
        return Texts.of(language, code, args);
    }
}
