package org.puente.reception.returns;

import java.time.Instant;
import java.util.List;
import org.puente.contracts.AgeGroup;
import org.puente.contracts.ConsentId;
import org.puente.contracts.Destination;
import org.puente.contracts.Household;
import org.puente.contracts.ReceptionPointId;
import org.puente.contracts.ReturnFact;
import org.puente.contracts.Transport;

/** What others may know of a return: the own node and the region see everything in these facts. */
public final class Facts {
    private Facts() {}

    public static ReturnFact.Registered registered(
            ReturnCase returnCase, Registration of, ReturnContext known, Instant at) {
        return new ReturnFact.Registered(
                returnCase.id(),
                returnCase.owner(),
                at,
                returnCase.version,
                returnCase.person(),
                of.returnedOn(),
                new ReceptionPointId(of.receptionPoint()),
                of.person().nationality(),
                of.returnedFrom(),
                of.will(),
                of.assistance(),
                of.act(),
                transport(of),
                AgeGroup.at(of.age()),
                of.person().sex(),
                household(of, known),
                once(of.profilesInForce()),
                once(of.person().languages()),
                once(of.causes()),
                once(of.needs()).stream().map(Registration.NeedOf::need).toList(),
                once(of.skills()),
                destination(of),
                known.priorReturns());
    }

    public static ReturnFact.Amended amended(ReturnCase returnCase, Registration of, ReturnContext known, Instant at) {
        return new ReturnFact.Amended(
                returnCase.id(),
                returnCase.owner(),
                at,
                returnCase.version,
                returnCase.person(),
                of.returnedOn(),
                new ReceptionPointId(of.receptionPoint()),
                of.person().nationality(),
                of.returnedFrom(),
                of.will(),
                of.assistance(),
                of.act(),
                transport(of),
                AgeGroup.at(of.age()),
                of.person().sex(),
                household(of, known),
                once(of.profilesInForce()),
                once(of.person().languages()),
                once(of.causes()),
                once(of.needs()).stream().map(Registration.NeedOf::need).toList(),
                once(of.skills()),
                destination(of),
                known.priorReturns());
    }

    public static ReturnFact.ConsentRecorded recorded(ReturnCase returnCase, Consent consent, Instant at) {
        ConsentTerms terms = consent.terms();
        return new ReturnFact.ConsentRecorded(
                new ConsentId(consent.id),
                returnCase.id(),
                returnCase.owner(),
                at,
                once(terms.purposes()),
                once(terms.scope()),
                terms.givenBy(),
                terms.validUntil());
    }

    public static ReturnFact.ConsentWithdrawn withdrawn(ReturnCase returnCase, Consent consent, Instant at) {
        ConsentTerms terms = consent.terms();
        return new ReturnFact.ConsentWithdrawn(
                new ConsentId(consent.id),
                returnCase.id(),
                returnCase.owner(),
                at,
                once(terms.purposes()),
                once(terms.scope()),
                terms.givenBy(),
                terms.validUntil());
    }

    private static <T> List<T> once(List<T> values) {
        return values.stream().distinct().toList();
    }

    private static Transport transport(Registration of) {
        return of.transport() == null
                ? null
                : new Transport(of.transport().mode(), of.transport().reference());
    }

    private static Household household(Registration of, ReturnContext known) {
        return of.household() == null ? null : new Household(of.household().id(), known.householdSize());
    }

    /** Null if the place is dangerous to know; never the municipality. */
    private static Destination destination(Registration of) {
        return of.destination() == null || of.unsafeDestination()
                ? null
                : new Destination(of.destination().country(), of.destination().subdivision());
    }

    public static ReturnFact.Erased erased(ReturnCase returnCase, Instant at) {
        return new ReturnFact.Erased(returnCase.id(), returnCase.owner(), at);
    }
}
