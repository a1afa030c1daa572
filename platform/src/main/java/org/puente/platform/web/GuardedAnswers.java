package org.puente.platform.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Headers for every answer that doesn't set them itself: nobody caches the answer; no browser
 * guesses its type, runs or frames it; and its address goes into no Referer.
 */
@ApplicationScoped
class GuardedAnswers {
    private static final int BEFORE_ALL_WHO_ANSWER = Integer.MAX_VALUE - 2;

    /** The document of the API, and the page at which developers try it, which runs scripts. */
    private static final String INSIDE = "/q/";

    void register(@Observes Filters filters) {
        filters.register(GuardedAnswers::watch, BEFORE_ALL_WHO_ANSWER);
    }

    private static void watch(RoutingContext context) {
        String path = context.normalizedPath();
        if (path == null || !path.startsWith(INSIDE)) {
            context.addHeadersEndHandler(written -> guard(context.response().headers()));
        }
        context.next();
    }

    static void guard(MultiMap headers) {
        add(headers, HttpHeaders.CACHE_CONTROL, "no-store");
        add(headers, "X-Content-Type-Options", "nosniff");
        add(headers, "Referrer-Policy", "no-referrer");
        add(headers, "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
    }

    private static void add(MultiMap headers, CharSequence name, String value) {
        if (!headers.contains(name)) {
            headers.set(name, value);
        }
    }
}
