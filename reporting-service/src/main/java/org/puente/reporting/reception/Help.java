package org.puente.reporting.reception;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.HelpKind;
import org.puente.contracts.ReceptionFact;
import org.puente.platform.inbox.Received;
import org.puente.platform.json.Json;

/** The help that was given at reception points, and the entries that don't count. */
@ApplicationScoped
class Help {
    private static final String GIVEN = """
            insert into help_given (node, help_id, case_id, kind, institution, given_on)
            select node, "helpId", "caseId", kind, institution, "givenOn"
            from json_to_recordset(cast(convert_from(:rows, 'UTF8') as json)) as
                (node text, "helpId" uuid, "caseId" uuid, kind text, institution text, "givenOn" date)
            on conflict do nothing
            """;

    private static final String VOIDED = """
            insert into help_voided (node, help_id, case_id)
            select node, "helpId", "caseId"
            from json_to_recordset(cast(convert_from(:rows, 'UTF8') as json)) as
                (node text, "helpId" uuid, "caseId" uuid)
            on conflict do nothing
            """;

    @ConfigProperty(name = "puente.statistics.zone")
    ZoneId calendar;

    record Given(String node, UUID helpId, UUID caseId, HelpKind kind, String institution, LocalDate givenOn) {}

    record Voided(String node, UUID helpId, UUID caseId) {}

    Uni<Void> take(Mutiny.Session session, List<Received> facts) {
        List<Given> given = facts.stream().flatMap(this::given).toList();
        List<Voided> voided = facts.stream().flatMap(Help::voided).toList();
        return insert(session, GIVEN, given).chain(() -> insert(session, VOIDED, voided));
    }

    private Stream<Given> given(Received received) {
        return received.fact().orElse(null) instanceof ReceptionFact.HelpGiven fact
                ? fact.kinds().stream()
                        .distinct()
                        .map(kind -> new Given(
                                node(received),
                                fact.helpId().value(),
                                fact.caseId().value(),
                                kind,
                                fact.institution().value(),
                                LocalDate.ofInstant(fact.occurredAt(), calendar)))
                : Stream.empty();
    }

    private static Stream<Voided> voided(Received received) {
        return received.fact().orElse(null) instanceof ReceptionFact.HelpVoided fact
                ? Stream.of(new Voided(
                        node(received), fact.helpId().value(), fact.caseId().value()))
                : Stream.empty();
    }

    private static String node(Received received) {
        return received.envelope().source().node().value();
    }

    private static Uni<Void> insert(Mutiny.Session session, String sql, List<?> rows) {
        return rows.isEmpty()
                ? Uni.createFrom().voidItem()
                : session.createNativeQuery(sql)
                        .setParameter("rows", Json.bytes(rows))
                        .executeUpdate()
                        .replaceWithVoid();
    }
}
