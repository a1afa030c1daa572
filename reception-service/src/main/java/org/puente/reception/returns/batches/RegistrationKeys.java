package org.puente.reception.returns.batches;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.Period;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.CaseId;
import org.puente.contracts.ConsentId;
import org.puente.contracts.InstitutionId;
import org.puente.contracts.PersonId;
import org.puente.platform.json.Json;
import org.puente.platform.persistence.UnitOfWork;
import org.puente.reception.returns.protection.Duties;
import org.puente.reception.status.StatusCodes;

/**
 * The keys of the rows that were registered. A key is written in the transaction of its registration. Of two requests
 * with one key the second waits for the first.
 */
@ApplicationScoped
class RegistrationKeys {
    /** In the order of the keys, so that two batches never wait for each other. */
    private static final String CLAIM = """
            with claimed as (
                insert into registration_key (institution, key, hash, case_id, consent_id, code)
                select :institution, key, hash, "caseId", "consentId", code
                from json_to_recordset(cast(cast(:rows as text) as json)) as
                     sent(key text, hash text, "caseId" uuid, "consentId" uuid, code text)
                order by key
                on conflict do nothing
                returning key)
            select key from claimed
            """;

    /**
     * Gives keys back whose returns were erased after the rows were looked up. A statement of its own: the claim waits
     * for an erasure that goes on, and does not see what that has written.
     */
    private static final String RELEASE = """
            delete from registration_key claimed
            using json_to_recordset(cast(cast(:keys as text) as json)) as asked(key text, mark text)
            where claimed.institution = :institution and claimed.key = asked.key
              and exists (select from registration_key gone
                          where gone.institution = :institution and gone.key = asked.mark)
            returning claimed.key
            """;

    private static final String FIND = """
            select asked.key, known.hash, known.case_id, return_case.person_id, known.consent_id, known.code,
                   return_case.registered_at, return_case.status_mark
            from json_to_recordset(cast(cast(:keys as text) as json)) as asked(key text, mark text)
            join registration_key known on known.institution = :institution and known.key in (asked.key, asked.mark)
            left join return_case using (case_id)
            """;

    private static final Duration CODES_KEPT = Duration.ofHours(24);

    private final UnitOfWork work;
    private final StatusCodes codes;
    private final ErasedRowKeys erased;
    private final Period kept;

    RegistrationKeys(
            UnitOfWork work,
            StatusCodes codes,
            ErasedRowKeys erased,
            @ConfigProperty(name = "puente.policy.row-keys-kept") Period kept) {
        this.work = work;
        this.codes = codes;
        this.erased = erased;
        this.kept = kept;
    }

    /**
     * A key with what was registered under it.
     *
     * @param personId null if the return was erased
     * @param code sealed; null after a day
     * @param registeredAt null if the return was erased
     * @param statusMark of the code in force; null if the return was erased
     */
    record Registered(
            String key,
            String hash,
            UUID caseId,
            UUID personId,
            UUID consentId,
            String code,
            Instant registeredAt,
            String statusMark) {
        @Override
        public String toString() {
            return "Registered[" + caseId + "]";
        }
    }

    /** A key that is to be claimed. */
    record Claim(String key, String hash, UUID caseId, UUID consentId, String code) {
        @Override
        public String toString() {
            return "Claim[" + caseId + "]";
        }
    }

    /**
     * Those of the keys that are claimed now; others were before, also where the return is erased by now, or the id of
     * their case is taken.
     */
    Uni<Set<String>> claim(Mutiny.Session session, InstitutionId institution, List<Claim> claims) {
        return session.createNativeQuery(CLAIM, String.class)
                .setParameter("institution", institution.value())
                .setParameter("rows", Json.write(claims))
                .getResultList()
                .chain(claimed -> ofErased(session, institution, claimed).map(gone -> {
                    Set<String> standing = new HashSet<>(claimed);
                    gone.forEach(standing::remove);
                    return standing;
                }));
    }

    private Uni<List<String>> ofErased(Mutiny.Session session, InstitutionId institution, List<String> claimed) {
        return claimed.isEmpty()
                ? Uni.createFrom().item(List.of())
                : session.createNativeQuery(RELEASE, String.class)
                        .setParameter("institution", institution.value())
                        .setParameter("keys", asked(institution, claimed))
                        .getResultList();
    }

    private String asked(InstitutionId institution, Collection<String> keys) {
        return Json.write(keys.stream()
                .map(key -> new Asked(key, erased.mark(institution.value(), key)))
                .toList());
    }

    /** A key that is looked for, as it is and as it stands once its return is erased. */
    private record Asked(String key, String mark) {
        @Override
        public String toString() {
            return "Asked[…]";
        }
    }

    /** Those of the keys that were claimed before. */
    Uni<Map<String, Registered>> find(Mutiny.Session session, InstitutionId institution, Collection<String> keys) {
        return keys.isEmpty()
                ? Uni.createFrom().item(Map.of())
                : session.createNativeQuery(FIND, Object[].class)
                        .setParameter("institution", institution.value())
                        .setParameter("keys", asked(institution, keys))
                        .getResultList()
                        .map(rows -> rows.stream()
                                .map(row -> new Registered(
                                        (String) row[0],
                                        (String) row[1],
                                        (UUID) row[2],
                                        (UUID) row[3],
                                        (UUID) row[4],
                                        (String) row[5],
                                        row[6] == null ? null : ((OffsetDateTime) row[6]).toInstant(),
                                        (String) row[7]))
                                .collect(Collectors.toMap(
                                        Registered::key, Function.identity(), RegistrationKeys::standing)));
    }

    /** A release that knew no marks may have registered the row of an erased return again. */
    private static Registered standing(Registered one, Registered other) {
        return one.personId() == null ? other : one;
    }

    /** What a row gets whose key is claimed already. */
    RowResult result(BatchRow row, Registered before, Locale locale) {
        if (!before.hash().equals(row.hash())) {
            return RowResult.Refused.at("/key", "row-key-reused");
        }
        return before.personId() == null || row.registration() == null
                ? RowResult.Refused.at("/key", "row-erased")
                : new RowResult.Known(
                        new CaseId(before.caseId()),
                        new PersonId(before.personId()),
                        new ConsentId(before.consentId()),
                        Optional.ofNullable(before.code())
                                .flatMap(code -> codes.openInForce(code, before.statusMark()))
                                .orElse(null),
                        Duties.of(row.registration(), before.registeredAt(), locale));
    }

    @Scheduled(every = "1h", delayed = "1m", identity = "forget-row-keys")
    Uni<Void> forget() {
        return work.run(session -> session.createNativeQuery("update registration_key set code = null"
                        + " where code is not null and at < now() - cast(cast(:kept as text) as interval)")
                .setParameter("kept", CODES_KEPT.toString())
                .executeUpdate()
                .chain(() -> session.createNativeQuery(
                                "delete from registration_key where at < now() - cast(cast(:kept as text) as interval)")
                        .setParameter("kept", kept.toString())
                        .executeUpdate())
                .replaceWithVoid());
    }
}
