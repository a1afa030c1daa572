package org.puente.contracts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Stream {@code returns}: the return, the known facts of the case, and consent. Published by reception. */
public sealed interface ReturnFact extends Fact {

    InstitutionId institution();

    Instant occurredAt();

    /** The whole state of a case: its highest version alone is enough. */
    sealed interface WholeState extends ReturnFact {
        CaseId caseId();

        /** Counts from 1; a consumer keeps the highest version that it has seen. */
        int version();

        PersonId personId();

        LocalDate returnedOn();

        ReceptionPointId receptionPoint();

        String nationality();

        String returnedFrom();

        Will will();

        Assistance assistance();

        LegalBasis legalBasis();

        Transport transport();

        AgeGroup ageGroup();

        Sex sex();

        Household household();

        List<Profile> profiles();

        List<String> languages();

        List<Cause> causes();

        List<Need> needs();

        List<String> skills();

        Destination destination();

        int priorReturns();

        @Override
        default String subject() {
            return caseId().toString();
        }
    }

    /**
     * A person was received.
     *
     * @param version 1, by the schema
     * @param nationality ISO 3166-1 alpha-3; not always that of the receiving country
     * @param returnedFrom ISO 3166-1 alpha-3
     * @param assistance null if not known
     * @param legalBasis null if not known
     * @param transport null if not known
     * @param household null if alone
     * @param languages ISO 639-3
     * @param skills slugs, as offers' categories
     * @param destination null if unknown or restricted
     * @param priorReturns earlier returns of this person that the node knows of
     */
    record Registered(
            CaseId caseId,
            InstitutionId institution,
            Instant occurredAt,
            int version,
            PersonId personId,
            LocalDate returnedOn,
            ReceptionPointId receptionPoint,
            String nationality,
            String returnedFrom,
            Will will,
            Assistance assistance,
            LegalBasis legalBasis,
            Transport transport,
            AgeGroup ageGroup,
            Sex sex,
            Household household,
            List<Profile> profiles,
            List<String> languages,
            List<Cause> causes,
            List<Need> needs,
            List<String> skills,
            Destination destination,
            int priorReturns)
            implements WholeState {
        public Registered {
            Require.present("caseId", caseId);
            Require.present("institution", institution);
            occurredAt = Require.instant("occurredAt", occurredAt);
            Require.atLeast(1, "version", version);
            Require.present("personId", personId);
            Require.present("returnedOn", returnedOn);
            Require.present("receptionPoint", receptionPoint);
            Shape.COUNTRY.require("nationality", nationality);
            Shape.COUNTRY.require("returnedFrom", returnedFrom);
            Require.present("will", will);
            Require.present("ageGroup", ageGroup);
            Require.present("sex", sex);
            profiles = Require.list(profiles);
            languages = Shape.LANGUAGE.each("languages", languages);
            causes = Require.list(causes);
            needs = Require.list(needs);
            skills = Shape.SLUG.each("skills", skills);
            Require.atLeast(0, "priorReturns", priorReturns);
        }
    }

    /**
     * The known facts of a case have changed. The components mean what they mean in {@link Registered}.
     *
     * @param version 2 or more
     */
    record Amended(
            CaseId caseId,
            InstitutionId institution,
            Instant occurredAt,
            int version,
            PersonId personId,
            LocalDate returnedOn,
            ReceptionPointId receptionPoint,
            String nationality,
            String returnedFrom,
            Will will,
            Assistance assistance,
            LegalBasis legalBasis,
            Transport transport,
            AgeGroup ageGroup,
            Sex sex,
            Household household,
            List<Profile> profiles,
            List<String> languages,
            List<Cause> causes,
            List<Need> needs,
            List<String> skills,
            Destination destination,
            int priorReturns)
            implements WholeState {
        public Amended {
            Require.present("caseId", caseId);
            Require.present("institution", institution);
            occurredAt = Require.instant("occurredAt", occurredAt);
            Require.atLeast(2, "version", version);
            Require.present("personId", personId);
            Require.present("returnedOn", returnedOn);
            Require.present("receptionPoint", receptionPoint);
            Shape.COUNTRY.require("nationality", nationality);
            Shape.COUNTRY.require("returnedFrom", returnedFrom);
            Require.present("will", will);
            Require.present("ageGroup", ageGroup);
            Require.present("sex", sex);
            profiles = Require.list(profiles);
            languages = Shape.LANGUAGE.each("languages", languages);
            causes = Require.list(causes);
            needs = Require.list(needs);
            skills = Shape.SLUG.each("skills", skills);
            Require.atLeast(0, "priorReturns", priorReturns);
        }
    }

    /** A group will arrive; {@code transport} is null if not known. */
    record Announced(
            ArrivalId arrivalId,
            InstitutionId institution,
            Instant occurredAt,
            LocalDate expectedOn,
            ReceptionPointId receptionPoint,
            Transport transport,
            List<Headcount> headcount)
            implements ReturnFact {
        public Announced {
            Require.present("arrivalId", arrivalId);
            Require.present("institution", institution);
            occurredAt = Require.instant("occurredAt", occurredAt);
            Require.present("expectedOn", expectedOn);
            Require.present("receptionPoint", receptionPoint);
            headcount = Require.list(headcount);
        }

        @Override
        public String subject() {
            return arrivalId.toString();
        }
    }

    /**
     * A consent was given. A consent that is recorded again under the same id replaces the earlier one.
     *
     * @param scope {@code node} (that recorded the consent), {@code region}, or ids of institutions
     * @param validUntil last day on which the consent holds; null if it has no end
     */
    record ConsentRecorded(
            ConsentId consentId,
            CaseId caseId,
            InstitutionId institution,
            Instant occurredAt,
            List<ConsentPurpose> purposes,
            List<String> scope,
            ConsentGiver givenBy,
            LocalDate validUntil)
            implements ReturnFact {
        public ConsentRecorded {
            Require.present("consentId", consentId);
            Require.present("caseId", caseId);
            Require.present("institution", institution);
            occurredAt = Require.instant("occurredAt", occurredAt);
            purposes = Require.list(purposes);
            scope = Shape.SLUG.each("scope", scope);
            Require.present("givenBy", givenBy);
        }

        /**
         * Whether this consent lets an institution have data for a purpose.
         *
         * @param recorder the node that recorded the consent
         * @param on the day on which the data is to be used
         */
        public boolean covers(ConsentPurpose purpose, NodeId recorder, Party recipient, LocalDate on) {
            return purposes.contains(purpose)
                    && (validUntil == null || !on.isAfter(validUntil))
                    && (scope.contains("region")
                            || scope.contains("node") && recorder.equals(recipient.node())
                            || scope.contains(recipient.institution().value()));
        }

        @Override
        public String subject() {
            return caseId.toString();
        }
    }

    /**
     * A consent was withdrawn. The terms are those of the consent.
     *
     * @param givenBy who withdrew the consent
     * @param validUntil null if the consent had no end
     */
    record ConsentWithdrawn(
            ConsentId consentId,
            CaseId caseId,
            InstitutionId institution,
            Instant occurredAt,
            List<ConsentPurpose> purposes,
            List<String> scope,
            ConsentGiver givenBy,
            LocalDate validUntil)
            implements ReturnFact {
        public ConsentWithdrawn {
            Require.present("consentId", consentId);
            Require.present("caseId", caseId);
            Require.present("institution", institution);
            occurredAt = Require.instant("occurredAt", occurredAt);
            purposes = Require.list(purposes);
            scope = Shape.SLUG.each("scope", scope);
            Require.present("givenBy", givenBy);
        }

        @Override
        public String subject() {
            return caseId.toString();
        }
    }

    /**
     * The institution that received the person has erased the return. What others hold of the case beyond its facts is
     * erased too. Why is not published: that a person asked for it is the person's affair.
     *
     * @param institution that received the person
     */
    record Erased(CaseId caseId, InstitutionId institution, Instant occurredAt) implements ReturnFact {
        public Erased {
            Require.present("caseId", caseId);
            Require.present("institution", institution);
            occurredAt = Require.instant("occurredAt", occurredAt);
        }

        @Override
        public String subject() {
            return caseId.toString();
        }
    }
}
