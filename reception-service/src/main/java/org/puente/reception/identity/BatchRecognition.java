package org.puente.reception.identity;

import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.CaseId;
import org.puente.contracts.PersonId;
import org.puente.reception.identity.DocumentHolders.Document;
import org.puente.reception.identity.Persons.Recognised;

/**
 * Recognises many people by their documents with the statements that one takes. The result is that of recognising them
 * one after the other, in their order.
 */
final class BatchRecognition {
    private final DocumentHolders holders;

    /** Who holds each document, the first holder first. */
    private final Map<String, List<KnownHolder>> known = new HashMap<>();

    private final Map<String, Document> firstHeld = new LinkedHashMap<>();
    private final List<Document> alsoHeld = new ArrayList<>();

    /** Documents that nobody had brought before. */
    private final Set<String> unknown = new HashSet<>();

    private record KnownHolder(UUID person, Identity identity) {}

    BatchRecognition(DocumentHolders holders) {
        this.holders = holders;
    }

    /**
     * @param identityOf reads the identity of a registration, as it is stored
     * @return for each of the people, in their order
     */
    Uni<List<Recognised>> recognise(
            Mutiny.Session session, List<Persons.Claimant> people, Function<String, Identity> identityOf) {
        List<Document> claims = people.stream()
                .flatMap(claimant -> claimant.documents().stream()
                        .map(print -> new Document(
                                print, claimant.person().value(), claimant.by().value())))
                .toList();
        if (claims.isEmpty()) {
            return Uni.createFrom()
                    .item(people.stream()
                            .map(claimant -> Recognised.as(claimant.person()))
                            .toList());
        }
        Map<String, UUID> claimed = new HashMap<>();
        claims.forEach(claim -> claimed.putIfAbsent(claim.fingerprint(), claim.person()));
        return holders.claimAll(session, claims)
                .chain(held -> others(session, claimed, held))
                .invoke(others -> others.forEach(holder -> add(holder, identityOf)))
                .map(others -> people.stream().map(this::recognise).toList())
                .call(() -> holders.moveToPersons(session, corrected(claimed)))
                .call(() -> holders.addHolders(session, alsoHeld));
    }

    /** What is known of holders from before; nothing if the claims are the first of their documents. */
    private Uni<List<DocumentHolders.Holder>> others(
            Mutiny.Session session, Map<String, UUID> claimed, List<Document> held) {
        held.forEach(document -> {
            if (document.person().equals(claimed.get(document.fingerprint()))) {
                unknown.add(document.fingerprint());
            }
        });
        return held.size() == unknown.size()
                ? Uni.createFrom().item(List.of())
                : holders.ofAll(session, claimed.keySet());
    }

    private void add(DocumentHolders.Holder holder, Function<String, Identity> identityOf) {
        known.computeIfAbsent(holder.fingerprint(), first -> new ArrayList<>())
                .add(new KnownHolder(holder.person(), identityOf.apply(holder.registration())));
    }

    private Recognised recognise(Persons.Claimant claimant) {
        List<KnownHolder> all = claimant.documents().stream()
                .flatMap(print -> known.getOrDefault(print, List.of()).stream())
                .toList();
        List<UUID> alike = all.stream()
                .filter(holder -> claimant.identity().agreesWith(holder.identity()))
                .map(KnownHolder::person)
                .distinct()
                .sorted(Comparator.comparing(UUID::toString))
                .toList();
        // As in Persons.recognise: the first is the person known longest.
        UUID person = alike.isEmpty() ? claimant.person().value() : alike.getFirst();
        boolean conflicting =
                all.stream().anyMatch(holder -> !claimant.identity().agreesWith(holder.identity()));
        claimant.documents().forEach(print -> hold(print, claimant, person));
        return new Recognised(new PersonId(person), alike.size() > 1, conflicting);
    }

    private void hold(String print, Persons.Claimant claimant, UUID person) {
        Collection<KnownHolder> holding = known.getOrDefault(print, List.of());
        CaseId by = claimant.by();
        if (holding.isEmpty()) {
            firstHeld.put(print, new Document(print, person, by.value()));
        } else if (holding.stream()
                .noneMatch(holder ->
                        holder.person().equals(person) || claimant.identity().agreesWith(holder.identity()))) {
            alsoHeld.add(new Document(print, person, by.value()));
        } else {
            return;
        }
        known.computeIfAbsent(print, first -> new ArrayList<>()).add(new KnownHolder(person, claimant.identity()));
    }

    /** Documents that were claimed for somebody new, who turned out to be a known person. */
    private List<Document> corrected(Map<String, UUID> claimed) {
        return firstHeld.values().stream()
                .filter(document -> unknown.contains(document.fingerprint()))
                .filter(document -> !document.person().equals(claimed.get(document.fingerprint())))
                .toList();
    }
}
