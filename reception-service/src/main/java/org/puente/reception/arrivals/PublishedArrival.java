package org.puente.reception.arrivals;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.puente.contracts.ArrivalId;
import org.puente.contracts.Headcount;
import org.puente.contracts.InstitutionId;
import org.puente.contracts.ReceptionPointId;
import org.puente.contracts.ReturnFact;
import org.puente.contracts.Transport;
import org.puente.reception.directory.ReceivingPoints.Point;
import org.puente.reception.returns.Registration;

/** An announcement as the region knows it: nothing but how many come where, when and by what. */
final class PublishedArrival {
    private PublishedArrival() {}

    static ReturnFact.Announced fact(
            ArrivalId id, InstitutionId institution, Announcement announcement, Point point, Instant at) {
        return new ReturnFact.Announced(
                id,
                institution,
                at,
                announcement.expectedAt().atZone(point.zone()).toLocalDate(),
                new ReceptionPointId(announcement.receptionPoint()),
                transport(announcement.transport()),
                announcement.headcount().stream()
                        .map(people -> new Headcount(people.sex(), people.ageGroup(), people.count()))
                        .toList());
    }

    static Transport transport(Registration.Transport transport) {
        return transport == null ? null : new Transport(transport.mode(), transport.reference());
    }

    /** What a published announcement tells of itself: the time of day is lost, and where people come from. */
    static Announcement announcement(ReturnFact.Announced fact) {
        return new Announcement(
                fact.receptionPoint().value(),
                fact.expectedOn().atStartOfDay(ZoneOffset.UTC).toInstant(),
                fact.transport() == null
                        ? null
                        : new Registration.Transport(
                                fact.transport().mode(), fact.transport().reference()),
                null,
                null,
                null,
                null,
                fact.headcount().stream()
                        .map(people -> new Announcement.People(people.sex(), people.ageGroup(), people.count()))
                        .toList(),
                List.of(),
                List.of(),
                0);
    }
}
