package org.puente.referral.cases;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.CaseId;
import org.puente.contracts.ConsentId;
import org.puente.contracts.HouseholdId;
import org.puente.contracts.InstitutionId;
import org.puente.contracts.ReturnFact;
import org.puente.platform.inbox.FactRefused;

/** The cases and consents of this node. */
@ApplicationScoped
public class Cases {
    private static final String CONSENT_BY_ID =
            "select case_id, terms, withdrawn_at from consent where consent_id = %s for share";

    private static final String HOLD_CONSENT = CONSENT_BY_ID.formatted(":consentId");

    /** A part of a statement: {@link #consent} of the id {@code given.consent}, or no row. */
    public static final String CONSENT_OF_GIVEN = CONSENT_BY_ID.formatted("given.consent");

    /** Gives those that have ended before as well: the order of facts must not matter. */
    private static final String END_ALL = """
            with ended as (
                update consent set withdrawn_at = coalesce(withdrawn_at, :at) where case_id = :caseId
                returning consent_id)
            select consent_id from ended
            """;

    /** Days are ISO 8601 text, which sorts in the order of the days. */
    private static final String END_CONSENTS = """
            with over as (
                update consent set ended_on = valid_until
                where consent_id in (
                    select consent_id from consent
                    where withdrawn_at is null and valid_until is not null
                      and ended_on is distinct from valid_until and valid_until < :today
                    order by valid_until limit :max
                    for update skip locked)
                returning consent_id)
            select consent_id from over
            """;

    /** A condition of the clock: whether {@link #endSome} would find any. */
    static final String ANY_TO_END = """
            exists (select from consent
                    where withdrawn_at is null and valid_until is not null
                      and ended_on is distinct from valid_until and valid_until < given.today)
            """;

    public Uni<CaseFile> find(Mutiny.Session session, CaseId id) {
        return session.find(CaseFile.class, id.value());
    }

    /** As {@link #find}, and no other referral of the case is issued until the transaction ends. */
    public Uni<CaseFile> hold(Mutiny.Session session, CaseId id) {
        return session.find(CaseFile.class, id.value(), LockModeType.PESSIMISTIC_WRITE);
    }

    /**
     * A consent as it is now, locked until the transaction ends. It is not read as an entity,
     * because a session returns an entity as it first read it. A transaction that ends the consent
     * waits, and then sees what was issued; where it came first, this one waits.
     *
     * @return null where no fact of the consent has come
     */
    public Uni<Consent> consent(Mutiny.Session session, ConsentId id) {
        return session.createNativeQuery(HOLD_CONSENT, Object[].class)
                .setParameter("consentId", id.value())
                .getSingleResultOrNull()
                .map(row -> row == null ? null : Consent.of(id.value(), row[0], row[1], row[2]));
    }

    static FactRefused foreign() {
        return new FactRefused("foreign-party", "the case is of another institution");
    }

    /**
     * @throws FactRefused where it is another institution's
     */
    static Uni<Void> mustBeOwn(Mutiny.SelectionQuery<Boolean> isForeign) {
        return isForeign
                .getSingleResult()
                .invoke(foreign -> {
                    if (foreign) {
                        throw foreign();
                    }
                })
                .replaceWithVoid();
    }

    /** An institution's cases of a family. */
    public Uni<List<CaseId>> ofHousehold(
            Mutiny.Session session, HouseholdId household, InstitutionId institution, int max) {
        return session.createNativeQuery(
                        "select case_id from case_file where household = :household"
                                + " and institution = :institution order by case_id",
                        UUID.class)
                .setParameter("household", household.value())
                .setParameter("institution", institution.value())
                .setMaxResults(max)
                .getResultList()
                .map(Cases::ids);
    }

    /** An institution's cases that came by one flight or bus on one day. */
    public Uni<List<CaseId>> ofTransport(
            Mutiny.Session session, String reference, LocalDate returnedOn, InstitutionId institution, int max) {
        return session.createNativeQuery(
                        "select case_id from case_file where transport = :transport"
                                + " and returned_on = :returnedOn and institution = :institution"
                                + " order by case_id",
                        UUID.class)
                .setParameter("transport", reference)
                .setParameter("returnedOn", returnedOn)
                .setParameter("institution", institution.value())
                .setMaxResults(max)
                .getResultList()
                .map(Cases::ids);
    }

    /**
     * The case owner, where that is not the issuer.
     *
     * @return null where the issuer is the case owner, or the case is not known
     */
    public Uni<InstitutionId> ownerBeside(Mutiny.Session session, InstitutionId issuer, CaseId caseId) {
        return session.createNativeQuery(
                        "select institution from case_file where case_id = :caseId and institution <> :issuer",
                        String.class)
                .setParameter("caseId", caseId.value())
                .setParameter("issuer", issuer.value())
                .getSingleResultOrNull()
                .map(owner -> owner == null ? null : new InstitutionId(owner));
    }

    /** How many cases of a family are known in this node, of any institution. */
    public Uni<Integer> countOfHousehold(Mutiny.Session session, HouseholdId household) {
        return session.createNativeQuery("select count(*) from case_file where household = :household", Long.class)
                .setParameter("household", household.value())
                .getSingleResult()
                .map(Long::intValue);
    }

    private static List<CaseId> ids(List<UUID> rows) {
        return rows.stream().map(CaseId::new).toList();
    }

    /** The consents of a case that are recorded and not withdrawn, the newest first. */
    public Uni<List<Consent>> consents(Mutiny.Session session, CaseId caseId) {
        return consents(session, Set.of(caseId));
    }

    /** The consents of cases that are recorded and not withdrawn, the newest first. */
    public Uni<List<Consent>> consents(Mutiny.Session session, Set<CaseId> cases) {
        return session.createQuery(
                        "from Consent where caseId in :cases and withdrawnAt is null"
                                + " and terms is not null order by recordedAt desc",
                        Consent.class)
                .setParameter("cases", cases.stream().map(CaseId::value).toList())
                .getResultList();
    }

    /**
     * Ends all consents of a case whose return is erased.
     *
     * @return the case's consents; empty where the case is not known, and so nothing was referred
     * @throws FactRefused where the case is of another institution
     */
    public Uni<List<ConsentId>> endAll(Mutiny.Session session, ReturnFact.Erased erased) {
        return find(session, erased.caseId()).chain(file -> {
            if (file == null) {
                return Uni.createFrom().item(List.of());
            }
            if (!file.institution().equals(erased.institution())) {
                throw foreign();
            }
            return session.createNativeQuery(END_ALL, UUID.class)
                    .setParameter("caseId", erased.caseId().value())
                    .setParameter("at", erased.occurredAt())
                    .getResultList()
                    .map(rows -> rows.stream().map(ConsentId::new).toList());
        });
    }

    /**
     * Ends some of the consents whose last day is over, each once; skips rows that another instance
     * holds.
     *
     * @param today by this node's calendar
     */
    public Uni<List<ConsentId>> endSome(Mutiny.Session session, LocalDate today, int max) {
        return session.createNativeQuery(END_CONSENTS, UUID.class)
                .setParameter("today", today.toString())
                .setParameter("max", max)
                .getResultList()
                .map(rows -> rows.stream().map(ConsentId::new).toList());
    }
}
