package org.puente.referral.cases;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.CaseId;
import org.puente.platform.problems.FieldError;
import org.puente.platform.problems.ProblemException;
import org.puente.platform.problems.ProblemKind;
import org.puente.platform.web.Caller;
import org.puente.referral.referrals.Referrals;

/**
 * Who may see a case: the institution that received the person, and those that the person was
 * referred to here.
 */
@ApplicationScoped
public class CaseAccess {
    private final Cases cases;
    private final Referrals referrals;

    CaseAccess(Cases cases, Referrals referrals) {
        this.cases = cases;
        this.referrals = referrals;
    }

    /**
     * @throws ProblemException not found where there is no such case, or the caller may not see it
     */
    public Uni<CaseFile> find(Mutiny.Session session, Caller caller, CaseId id) {
        return cases.find(session, id)
                .call(file -> isFor(session, caller, file).invoke(allowed -> {
                    if (!allowed) {
                        throw ProblemException.notFound();
                    }
                }));
    }

    /**
     * As {@link #find}, and no other referral of the case is issued until the transaction ends.
     *
     * @throws ProblemException rule broken that names the field of the body
     */
    public Uni<CaseFile> hold(Mutiny.Session session, Caller caller, CaseId id) {
        return cases.hold(session, id)
                .call(file -> isFor(session, caller, file).invoke(allowed -> {
                    if (!allowed) {
                        throw unknown();
                    }
                }));
    }

    /**
     * Refuses a case that has not come yet as {@link #hold} does, at the cost of one statement.
     *
     * @throws ProblemException rule broken that names the field of the body
     */
    public Uni<Void> mustHaveCome(Mutiny.Session session, CaseId id) {
        return cases.find(session, id)
                .onItem()
                .ifNull()
                .failWith(CaseAccess::unknown)
                .replaceWithVoid();
    }

    private static ProblemException unknown() {
        return new ProblemException(
                ProblemKind.RULE_BROKEN, "referral-not-possible", List.of(FieldError.of("/caseId", "unknown-case")));
    }

    private Uni<Boolean> isFor(Mutiny.Session session, Caller caller, CaseFile file) {
        if (file == null) {
            return Uni.createFrom().item(false);
        }
        return caller.is(file.institution())
                ? Uni.createFrom().item(true)
                : referrals.isKnownTo(session, file.id(), caller.institution());
    }
}
