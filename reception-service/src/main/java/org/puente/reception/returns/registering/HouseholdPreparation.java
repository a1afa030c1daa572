package org.puente.reception.returns.registering;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import org.puente.contracts.HouseholdId;
import org.puente.platform.ids.Ids;
import org.puente.platform.persistence.UnitOfWork;
import org.puente.platform.problems.ProblemException;
import org.puente.reception.returns.Households;

/** What is made of a household before its transaction: sealing the dossiers of all takes the processor longest. */
@ApplicationScoped
class HouseholdPreparation {
    private final HouseholdReader reader;
    private final UnitOfWork work;
    private final Households households;
    private final ReturnPreparation preparation;

    HouseholdPreparation(
            HouseholdReader reader, UnitOfWork work, Households households, ReturnPreparation preparation) {
        this.reader = reader;
        this.work = work;
        this.households = households;
        this.preparation = preparation;
    }

    /**
     * A household that is to be registered.
     *
     * @param made of each of the members, in their order
     */
    record Prepared(HouseholdId household, List<HouseholdPart> members, List<NewReturn> made) {
        @Override
        public String toString() {
            return "Prepared[" + household + "]";
        }
    }

    /**
     * @throws ProblemException invalid that names every field whose form is wrong
     */
    Uni<Prepared> prepared(HouseholdForm form) {
        HouseholdId household = form.householdId() == null ? new HouseholdId(Ids.next()) : form.householdId();
        List<HouseholdPart> members = reader.read(form, household);
        return registeredWith(form.householdId()).map(others -> prepared(household, members, others + members.size()));
    }

    /**
     * How many are registered already.
     *
     * @param named null for a new household
     */
    private Uni<Integer> registeredWith(HouseholdId named) {
        return named == null
                ? Uni.createFrom().item(0)
                : work.read(session -> households.sizes(session, Set.of(named.value())))
                        .map(sizes -> sizes.getOrDefault(named.value(), 0));
    }

    private Prepared prepared(HouseholdId household, List<HouseholdPart> members, int size) {
        return new Prepared(
                household,
                members,
                members.stream()
                        .map(one -> preparation.prepared(one.caseId(), one.registration(), size))
                        .toList());
    }
}
