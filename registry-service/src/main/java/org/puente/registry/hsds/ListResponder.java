package org.puente.registry.hsds;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.function.BiFunction;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.platform.persistence.UnitOfWork;
import org.puente.registry.directory.DirectoryFilter;
import org.puente.registry.directory.Part;
import org.puente.registry.directory.PublicOffers;
import org.puente.registry.directory.RowRange;
import org.puente.registry.forms.Policy;

/** Answers any list: reads the parameters, asks the list's source for the rows, and shows each row. */
@ApplicationScoped
class ListResponder {
    private final UnitOfWork work;
    private final PublicOffers offers;
    private final Policy policy;
    private final RenderContext.Of contexts;

    ListResponder(UnitOfWork work, PublicOffers offers, Policy policy, RenderContext.Of contexts) {
        this.work = work;
        this.offers = offers;
        this.policy = policy;
        this.contexts = contexts;
    }

    /** The source of the rows of a list. */
    interface Source<T> {
        Uni<Part<T>> part(Mutiny.Session session, DirectoryFilter by, RowRange rows);
    }

    <T> Uni<Response> answer(
            ListParameters parameters, Filters filters, Source<T> source, BiFunction<T, RenderContext, ?> shown) {
        return answer(parameters, parameters.pageRequest(), filters, source, shown);
    }

    <T> Uni<Response> answer(
            ListParameters parameters,
            PageRequest page,
            Filters filters,
            Source<T> source,
            BiFunction<T, RenderContext, ?> shown) {
        RenderContext context = contexts.in(parameters.wording());
        return work.read(session -> part(session, parameters, page, filters, source))
                .map(part -> parameters.answer(page, part, entry -> shown.apply(entry, context)));
    }

    private <T> Uni<Part<T>> part(
            Mutiny.Session session, ListParameters parameters, PageRequest page, Filters filters, Source<T> source) {
        return terms(session, filters)
                .map(terms -> filters.narrowing(parameters.words(), terms))
                .chain(by -> by.map(some -> source.part(session, some, page.rows()))
                        .orElse(Uni.createFrom().item(Part.none())));
    }

    private Uni<Terms> terms(Mutiny.Session session, Filters filters) {
        return filters.asksForTerms()
                ? Terms.read(session, offers, policy)
                : Uni.createFrom().item(Terms.NONE);
    }
}
