package org.puente.registry.hsds;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.resteasy.reactive.RestResponse;
import org.puente.platform.persistence.UnitOfWork;
import org.puente.platform.problems.ProblemException;
import org.puente.registry.directory.DirectoryFilter;
import org.puente.registry.directory.Part;
import org.puente.registry.directory.PublicOffers;
import org.puente.registry.directory.RowRange;
import org.puente.registry.forms.Policy;
import org.puente.registry.wording.Wording;

/** Answers with any list, or with one entry, in the reader's language. */
@ApplicationScoped
class Responder {
    private final UnitOfWork work;
    private final PublicOffers offers;
    private final Policy policy;
    private final RenderContext.Of contexts;

    Responder(UnitOfWork work, PublicOffers offers, Policy policy, RenderContext.Of contexts) {
        this.work = work;
        this.offers = offers;
        this.policy = policy;
        this.contexts = contexts;
    }

    /** The source of the rows of a list. */
    interface Source<T> {
        Uni<Part<T>> part(Mutiny.Session session, DirectoryFilter by, RowRange rows);
    }

    /** Reads the parameters, asks the source for the rows, and shows each row. */
    <T> Uni<Response> list(
            ListParameters parameters, Filters filters, Source<T> source, BiFunction<T, RenderContext, ?> shown) {
        return list(parameters, parameters.pageRequest(), filters, source, shown);
    }

    <T> Uni<Response> list(
            ListParameters parameters,
            PageRequest page,
            Filters filters,
            Source<T> source,
            BiFunction<T, RenderContext, ?> shown) {
        RenderContext context = contexts.in(parameters.wording());
        return work.read(session -> part(session, parameters, page, filters, source))
                .map(part -> parameters.answer(page, part, entry -> shown.apply(entry, context)));
    }

    /**
     * 404 where there is no such entry.
     *
     * @param languages of the request; null for Spanish
     * @param source gives null if there is none
     */
    <T, B> Uni<RestResponse<B>> entry(
            String languages, Function<Mutiny.Session, Uni<T>> source, BiFunction<T, RenderContext, B> shown) {
        RenderContext context = contexts.in(Wording.preferred(languages));
        return work.read(source)
                .onItem()
                .ifNull()
                .failWith(ProblemException::notFound)
                .map(entry -> LocalizedAnswer.in(context.wording(), shown.apply(entry, context)));
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
