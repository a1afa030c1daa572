package org.puente.referral.webhooks;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.http.StreamResetException;
import io.vertx.core.net.SocketAddress;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Posts to a target: at the address that was checked, without following redirects, within a time;
 * of the answer only its head is read.
 */
@ApplicationScoped
class HttpSender {
    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(10);
    private static final Duration LONGEST_WISH = Duration.ofDays(1);

    private final Vertx vertx;
    private final HttpClient client;
    private final Duration within;

    HttpSender(Vertx vertx, @ConfigProperty(name = "puente.webhooks.answer-within") Duration answerWithin) {
        this.vertx = vertx;
        this.within = answerWithin;
        this.client = vertx.createHttpClient(new HttpClientOptions().setKeepAlive(false));
    }

    /** Never fails: a failure is an outcome. */
    Uni<Outcome> send(Target target, Map<String, String> headers, String body) {
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setAbsoluteURI(target.uri().toString())
                .setServer(SocketAddress.inetSocketAddress(
                        target.port(), target.address().getHostAddress()))
                .setFollowRedirects(false)
                .setConnectTimeout(CONNECT_WITHIN.toMillis())
                .putHeader("Content-Type", "application/json")
                .putHeader("User-Agent", "Puente-Webhooks/1");
        headers.forEach(options::putHeader);
        Future<Outcome> outcome = client.request(options)
                .compose(request -> exchange(request, body))
                .recover(failure -> Future.succeededFuture(unanswered(failure)));
        return Uni.createFrom().completionStage(outcome.toCompletionStage());
    }

    private Future<Outcome> exchange(HttpClientRequest request, String body) {
        long timer = vertx.setTimer(within.toMillis(), late -> request.reset());
        return request.send(Buffer.buffer(body))
                .onSuccess(answer -> answer.exceptionHandler(cut -> {}))
                .map(HttpSender::answered)
                .onComplete(over -> {
                    vertx.cancelTimer(timer);
                    request.reset(); // the body of the answer is not read
                });
    }

    private static Outcome answered(HttpClientResponse answer) {
        return new Outcome.Answered(answer.statusCode(), wish(answer.getHeader("Retry-After")));
    }

    /** In seconds (RFC 9110, 10.2.3); a date is ignored. */
    private static Duration wish(String retryAfter) {
        if (retryAfter == null || !retryAfter.matches("[0-9]{1,9}")) {
            return Duration.ZERO;
        }
        Duration wish = Duration.ofSeconds(Long.parseLong(retryAfter));
        return wish.compareTo(LONGEST_WISH) > 0 ? LONGEST_WISH : wish;
    }

    private static Outcome unanswered(Throwable failure) {
        if (failure instanceof SSLException) {
            return new Outcome.Unanswered("no-tls");
        }
        return new Outcome.Unanswered(
                failure instanceof StreamResetException || failure instanceof TimeoutException
                        ? "timeout"
                        : "unreachable");
    }
}
