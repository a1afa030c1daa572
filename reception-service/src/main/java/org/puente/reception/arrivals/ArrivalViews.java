package org.puente.reception.arrivals;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.ArrivalId;
import org.puente.contracts.InstitutionId;
import org.puente.contracts.NodeId;
import org.puente.platform.Node;
import org.puente.platform.problems.ProblemException;
import org.puente.platform.problems.ProblemKind;
import org.puente.platform.web.Paging;

/** Shows arrivals to those who receive or announce them, and to nobody else. */
@ApplicationScoped
class ArrivalViews {
    private final Node node;
    private final ExpectedArrivals expected;
    private final AnnouncedArrivals announced;
    private final ManifestEntries entries;
    private final SameFlight sameFlight;

    ArrivalViews(
            Node node,
            ExpectedArrivals expected,
            AnnouncedArrivals announced,
            ManifestEntries entries,
            SameFlight sameFlight) {
        this.node = node;
        this.expected = expected;
        this.announced = announced;
        this.entries = entries;
        this.sameFlight = sameFlight;
    }

    /** An arrival with the time by which a list is ordered. */
    record Row(ArrivalView view, Instant expectedAt) {}

    /** Which arrival is asked for; box and announcedBy are null where the id is enough. */
    record Wanted(ArrivalId id, ArrivalBox box, NodeId announcedBy) {}

    ArrivalView of(AnnouncedArrivals.Announced arrival, Locale locale) {
        return ArrivalView.of(arrival, node.id(), locale);
    }

    private Uni<List<ArrivalView>> of(Mutiny.Session session, List<ExpectedArrival> arrivals, Locale locale) {
        List<ExpectedArrival.Key> keys =
                arrivals.stream().map(ExpectedArrival::key).toList();
        return entries.counts(session, keys)
                .chain(counts -> sameFlight
                        .of(session, keys)
                        .map(others -> arrivals.stream()
                                .map(arrival -> ArrivalView.of(
                                        arrival,
                                        counts.getOrDefault(arrival.key(), ManifestEntries.Counts.NONE),
                                        others.getOrDefault(arrival.key(), List.of()),
                                        locale))
                                .toList()));
    }

    /** As who receives it sees it, or else as who announced it does; 404 for everybody else. */
    Uni<ArrivalView> read(Mutiny.Session session, InstitutionId own, Wanted wanted, Locale locale) {
        if (wanted.box() == ArrivalBox.OUTGOING) {
            return outgoing(session, own, wanted, locale);
        }
        Uni<ArrivalView> incoming = expected.read(session, wanted.id(), wanted.announcedBy(), own)
                .chain(arrival -> of(session, List.of(arrival), locale))
                .map(List::getFirst);
        return wanted.box() == ArrivalBox.INCOMING
                ? incoming
                : incoming.onFailure(ArrivalViews::isNotFound)
                        .recoverWithUni(() -> outgoing(session, own, wanted, locale));
    }

    private Uni<ArrivalView> outgoing(Mutiny.Session session, InstitutionId own, Wanted wanted, Locale locale) {
        return announced.read(session, wanted.id(), own).map(arrival -> of(arrival, locale));
    }

    static boolean isNotFound(Throwable failure) {
        return failure instanceof ProblemException problem && problem.kind() == ProblemKind.NOT_FOUND;
    }

    Uni<List<Row>> list(
            Mutiny.Session session,
            InstitutionId own,
            ArrivalBox box,
            ArrivalFilter filter,
            Paging paging,
            Locale locale) {
        return box == ArrivalBox.OUTGOING
                ? announced
                        .list(session, own, filter, paging)
                        .map(rows -> rows.stream()
                                .map(row -> new Row(
                                        of(row, locale), row.announcement().expectedAt()))
                                .toList())
                : expected.list(session, own, filter, paging).chain(rows -> incoming(session, rows, locale));
    }

    private Uni<List<Row>> incoming(Mutiny.Session session, List<ExpectedArrival> rows, Locale locale) {
        return of(session, rows, locale)
                .map(views -> IntStream.range(0, rows.size())
                        .mapToObj(i -> new Row(views.get(i), rows.get(i).expectedAt()))
                        .toList());
    }
}
