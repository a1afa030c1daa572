package org.puente.contracts;

import java.time.Instant;
import java.time.LocalDate;

/**
 * An announced arrival, after {@link ReturnFact.Announced}: its manifest, and what became of it. Published by
 * reception. The id of an arrival counts together with the node that announced it.
 */
public sealed interface ArrivalFact extends Fact {

    ArrivalId arrivalId();

    InstitutionId institution();

    Instant occurredAt();

    @Override
    default String subject() {
        return arrivalId().toString();
    }

    /**
     * Stream {@code dossiers}: who and what comes, sealed to the node that will receive them, in parts. The highest
     * version counts; each part of it holds some of the people.
     *
     * @param institution that announces
     * @param to the node that can open it
     * @param version counts from 1 with each change of the announcement
     * @param part counts from 1
     * @param parts how many parts this version has
     * @param kid id of that node's key
     * @param jwe RFC 7516 compact, ECDH-ES+A256KW with A256GCM
     */
    record ManifestSealed(
            ArrivalId arrivalId,
            InstitutionId institution,
            Instant occurredAt,
            NodeId to,
            int version,
            int part,
            int parts,
            String kid,
            String jwe)
            implements ArrivalFact {
        public ManifestSealed {
            Require.present("arrivalId", arrivalId);
            Require.present("institution", institution);
            occurredAt = Require.instant("occurredAt", occurredAt);
            Require.present("to", to);
            Require.atLeast(1, "version", version);
            Require.atLeast(1, "part", part);
            Require.atLeast(part, "parts", parts);
            Shape.KEY_ID.require("kid", kid);
            Shape.JWE.require("jwe", jwe);
        }
    }

    /**
     * Stream {@code dossiers}: the announcement is cancelled, and who received it erases what it was sent.
     *
     * @param institution that announced
     * @param version above that of every part
     */
    record ManifestErased(ArrivalId arrivalId, InstitutionId institution, Instant occurredAt, int version)
            implements ArrivalFact {
        public ManifestErased {
            Require.present("arrivalId", arrivalId);
            Require.present("institution", institution);
            occurredAt = Require.instant("occurredAt", occurredAt);
            Require.atLeast(1, "version", version);
        }
    }

    /**
     * Stream {@code returns} of the node that announced: the announcement is cancelled.
     *
     * @param institution that announced
     */
    record Cancelled(ArrivalId arrivalId, InstitutionId institution, Instant occurredAt) implements ArrivalFact {
        public Cancelled {
            Require.present("arrivalId", arrivalId);
            Require.present("institution", institution);
            occurredAt = Require.instant("occurredAt", occurredAt);
        }
    }

    /**
     * Stream {@code returns} of the node that received: everybody is accounted for. The highest version counts.
     *
     * @param institution that received
     * @param version counts from 1: an arrival may be closed again, after somebody came late
     * @param announcedBy who announced the arrival
     * @param returnedOn the day under which its people are registered
     * @param transport null if it was not announced
     * @param listed people on the manifest
     * @param came people on the manifest who were registered from it
     * @param absent people on the manifest who did not come
     * @param unlisted people registered with this flight or bus who are not on the manifest
     */
    record Closed(
            ArrivalId arrivalId,
            InstitutionId institution,
            Instant occurredAt,
            int version,
            Party announcedBy,
            ReceptionPointId receptionPoint,
            LocalDate returnedOn,
            Transport transport,
            int listed,
            int came,
            int absent,
            int unlisted)
            implements ArrivalFact {
        public Closed {
            Require.present("arrivalId", arrivalId);
            Require.present("institution", institution);
            occurredAt = Require.instant("occurredAt", occurredAt);
            Require.atLeast(1, "version", version);
            Require.present("announcedBy", announcedBy);
            Require.present("receptionPoint", receptionPoint);
            Require.present("returnedOn", returnedOn);
            Require.atLeast(0, "listed", listed);
            Require.atLeast(0, "came", came);
            Require.atLeast(0, "absent", absent);
            Require.atLeast(0, "unlisted", unlisted);
        }
    }
}
