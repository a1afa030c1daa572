package org.puente.reception.arrivals;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.puente.contracts.ArrivalId;
import org.puente.contracts.NodeId;
import org.puente.contracts.Party;
import org.puente.platform.text.Label;
import org.puente.platform.web.Texts;
import org.puente.reception.returns.Registration;
import org.puente.reception.returns.Warning;

/**
 * An announced arrival, as its receiver and its announcer see it: nothing of single people.
 *
 * @param box incoming for who receives, outgoing for who announces
 * @param version of the announcement
 * @param expected how many people come
 * @param children how many of them are under 18
 * @param alsoAnnounced other announcements that seem to be the same flight or bus: the same reception point, number and
 *     about the same time; null for the announcer
 * @param warnings doubts that the reception point should look at, in the language of the request
 * @param cancellationIgnoredAt when the announcer cancelled it though its people had begun to come: it stands; null if
 *     not, and for the announcer
 * @param landedAt null until it is known, and for the announcer
 * @param closing null until everybody is accounted for, and for the announcer
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        name = "Arrival",
        requiredProperties = {
            "arrivalId",
            "box",
            "announcedBy",
            "state",
            "version",
            "expected",
            "children",
            "headcount",
            "prepare",
            "languages",
            "manifest",
            "warnings"
        })
record ArrivalView(
        ArrivalId arrivalId,
        ArrivalBox box,
        Party announcedBy,
        ArrivalState state,
        int version,
        String receptionPoint,
        Instant expectedAt,
        Registration.Transport transport,
        String returnedFrom,
        int expected,
        int children,
        List<Announcement.People> headcount,
        List<Preparation> prepare,
        List<Spoken> languages,
        Manifest manifest,
        List<SameFlight.Other> alsoAnnounced,
        List<Warning> warnings,
        Instant cancellationIgnoredAt,
        Instant landedAt,
        Closed closing) {
    private static final String TWICE = "arrival-announced-twice";

    /** For how many people something is to be prepared; its name in the language of the request. */
    @Schema(
            name = "ArrivalPreparation",
            requiredProperties = {"need", "name", "people"})
    record Preparation(ArrivalNeed need, String name, int people) {}

    /** How many people speak a language; its name in the language of the request. */
    @Schema(
            name = "ArrivalLanguage",
            requiredProperties = {"language", "name", "people"})
    record Spoken(String language, String name, int people) {}

    /**
     * How much of the manifest is here.
     *
     * @param listed people on it; 0 without one
     * @param parts how many parts it has; null for the announcer, as with all after it
     * @param partsCame how many of them are here
     * @param people whom the parts hold that are here
     * @param came how many of them are registered
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(
            name = "ManifestState",
            requiredProperties = {"listed"})
    record Manifest(int listed, Integer parts, Integer partsCame, Long people, Long came) {}

    /** How everybody is accounted for; the counts mean what they mean in the fact arrival.closed. */
    @Schema(
            name = "ArrivalClosed",
            requiredProperties = {"closedAt", "version", "returnedOn", "listed", "came", "absent", "unlisted"})
    record Closed(Instant closedAt, int version, LocalDate returnedOn, int listed, int came, int absent, int unlisted) {
        static Closed of(ExpectedArrival.Closing closing) {
            return closing == null
                    ? null
                    : new Closed(
                            closing.closedAt(),
                            closing.version(),
                            closing.returnedOn(),
                            closing.listed(),
                            closing.came(),
                            closing.absent(),
                            closing.unlisted());
        }
    }

    static ArrivalView of(
            ExpectedArrival arrival, ManifestEntries.Counts counts, List<SameFlight.Other> others, Locale locale) {
        return of(
                arrival.key().id(),
                ArrivalBox.INCOMING,
                arrival.announcedBy(),
                arrival.state(),
                arrival.version(),
                arrival.announcement(),
                new Manifest(
                        arrival.announcement() == null
                                ? 0
                                : arrival.announcement().listed(),
                        arrival.parts(),
                        arrival.partsCame().size(),
                        counts.entries(),
                        counts.came()),
                others,
                arrival.cancellationIgnoredAt(),
                arrival.landing() == null ? null : arrival.landing().landedAt(),
                Closed.of(arrival.closing()),
                locale);
    }

    static ArrivalView of(AnnouncedArrivals.Announced announced, NodeId own, Locale locale) {
        return of(
                announced.arrivalId(),
                ArrivalBox.OUTGOING,
                new Party(own, announced.institution()),
                announced.isCancelled() ? ArrivalState.CANCELLED : ArrivalState.EXPECTED,
                announced.version(),
                announced.announcement(),
                new Manifest(announced.announcement().listed(), null, null, null, null),
                null,
                null,
                null,
                null,
                locale);
    }

    /**
     * @param announcement null where a restore has lost it
     */
    private static ArrivalView of(
            ArrivalId id,
            ArrivalBox box,
            Party announcedBy,
            ArrivalState state,
            int version,
            Announcement announcement,
            Manifest manifest,
            List<SameFlight.Other> others,
            Instant cancellationIgnoredAt,
            Instant landedAt,
            Closed closing,
            Locale locale) {
        boolean known = announcement != null;
        return new ArrivalView(
                id,
                box,
                announcedBy,
                state,
                version,
                known ? announcement.receptionPoint() : null,
                known ? announcement.expectedAt() : null,
                known ? announcement.transport() : null,
                known ? announcement.returnedFrom() : null,
                known ? announcement.total() : 0,
                known ? announcement.children() : 0,
                known ? announcement.headcount() : List.of(),
                known ? prepare(announcement, locale) : List.of(),
                known ? languages(announcement, locale) : List.of(),
                manifest,
                others,
                warnings(others, locale),
                cancellationIgnoredAt,
                landedAt,
                closing);
    }

    private static List<Warning> warnings(List<SameFlight.Other> others, Locale locale) {
        return others == null || others.isEmpty()
                ? List.of()
                : List.of(new Warning(TWICE, "/alsoAnnounced", Texts.of(locale, TWICE)));
    }

    private static List<Preparation> prepare(Announcement announcement, Locale locale) {
        return announcement.prepare().stream()
                .map(one -> new Preparation(one.need(), one.need().name(locale), one.people()))
                .toList();
    }

    private static List<Spoken> languages(Announcement announcement, Locale locale) {
        return announcement.languages().stream()
                .map(one -> new Spoken(
                        one.language(),
                        Label.of(Label.Kind.LANGUAGE, one.language()).in(locale),
                        one.people()))
                .toList();
    }
}
