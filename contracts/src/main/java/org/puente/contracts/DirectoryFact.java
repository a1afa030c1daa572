package org.puente.contracts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * Stream {@code directory}: whole states of nodes, institutions, offers and capacity.
 *
 * <p>The topic is compacted, and an institution, an offer and an offer's capacity may share a slug.
 * So the subject begins with the kind, e.g. {@code offer/mex-salud}; else one would erase the
 * other.
 */
public sealed interface DirectoryFact extends Fact {

    /**
     * A node and its keys.
     *
     * @param country ISO 3166-1 alpha-3
     * @param timezone IANA name
     * @param since when this state began
     */
    record NodePublished(NodeId node, String country, String name, String timezone, Jwks jwks, Instant since)
            implements DirectoryFact {
        public NodePublished {
            Require.present("node", node);
            Shape.COUNTRY.require("country", country);
            Shape.TITLE.require("name", name);
            Shape.TIMEZONE.require("timezone", timezone);
            Require.present("jwks", jwks);
            since = Require.instant("since", since);
        }

        @Override
        public String subject() {
            return "node/" + node;
        }
    }

    /**
     * An institution.
     *
     * @param assuredOn the day on which somebody last confirmed this entry; null if nobody has
     */
    record InstitutionPublished(
            InstitutionId institution,
            NodeId node,
            String name,
            InstitutionKind kind,
            List<Mandate> does,
            List<ReceptionPoint> receptionPoints,
            DirectoryStatus status,
            LocalDate assuredOn,
            Instant updatedAt)
            implements DirectoryFact {
        public InstitutionPublished {
            Require.present("institution", institution);
            Require.present("node", node);
            Shape.TITLE.require("name", name);
            Require.present("kind", kind);
            does = Require.list(does);
            receptionPoints = Require.list(receptionPoints);
            Require.present("status", status);
            updatedAt = Require.instant("updatedAt", updatedAt);
        }

        @Override
        public String subject() {
            return "institution/" + institution;
        }
    }

    /**
     * A service that an institution offers.
     *
     * @param category slug, e.g. {@code employment}
     * @param coverage where it is offered: ISO 3166-1 alpha-3 or ISO 3166-2
     * @param needsFields what a dossier must hold to be of use to this service
     * @param languages ISO 639-3
     * @param schedule empty if not known
     * @param contact null if none is public
     * @param capacity null if it has no limit
     * @param restricted whether only named recipients may know of the offer, and no redirect to or
     *     from it may cross a border
     * @param assuredOn the day on which somebody last confirmed this entry; null if nobody has
     */
    record OfferPublished(
            OfferId offerId,
            InstitutionId institution,
            NodeId node,
            LocalizedText name,
            Level level,
            Dimension dimension,
            String category,
            Eligibility eligibility,
            List<String> coverage,
            List<DossierField> needsFields,
            AnswerWithin answerWithin,
            List<String> languages,
            List<OpeningHours> schedule,
            Contact contact,
            Places capacity,
            boolean restricted,
            DirectoryStatus status,
            LocalDate assuredOn,
            Instant updatedAt)
            implements DirectoryFact {
        public OfferPublished {
            Require.present("offerId", offerId);
            Require.present("institution", institution);
            Require.present("node", node);
            Require.present("name", name);
            Require.present("level", level);
            Require.present("dimension", dimension);
            Shape.SLUG.require("category", category);
            Require.present("eligibility", eligibility);
            coverage = Shape.AREA.each("coverage", coverage);
            needsFields = Require.list(needsFields);
            Require.present("answerWithin", answerWithin);
            languages = Shape.LANGUAGE.each("languages", languages);
            schedule = Require.list(schedule);
            Require.present("status", status);
            updatedAt = Require.instant("updatedAt", updatedAt);
        }

        @Override
        public String subject() {
            return "offer/" + offerId;
        }
    }

    /**
     * What an offer can still take. Published by the referral-service of the offer's node.
     *
     * @param available free places, at most {@code maximum} unless the maximum was lowered since
     * @param maximum as the offer has it
     * @param unit as the offer has it
     * @param waitlist people or households that wait
     */
    record CapacityChanged(
            OfferId offerId,
            InstitutionId institution,
            NodeId node,
            int available,
            int maximum,
            CapacityUnit unit,
            int waitlist,
            Instant updatedAt)
            implements DirectoryFact {
        public CapacityChanged {
            Require.present("offerId", offerId);
            Require.present("institution", institution);
            Require.present("node", node);
            Require.atLeast(0, "available", available);
            Require.atLeast(0, "maximum", maximum);
            Require.present("unit", unit);
            Require.atLeast(0, "waitlist", waitlist);
            updatedAt = Require.instant("updatedAt", updatedAt);
        }

        @Override
        public String subject() {
            return "capacity/" + offerId;
        }
    }
}
