package org.puente.reception.certificates;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.puente.platform.limits.AddressLimits;
import org.puente.platform.persistence.UnitOfWork;

/** Checks a certificate for whoever is shown one, within the limits. */
@ApplicationScoped
class CertificateChecking {
    /** A statement has two dots; a code has none. */
    private static final String STATEMENT = "[^.]*\\.[^.]*\\.[^.]*";

    private final AddressLimits limits;
    private final Statements statements;
    private final Certificates certificates;
    private final UnitOfWork work;
    private final Clock clock;
    private final MeterRegistry metrics;

    CertificateChecking(
            Statements statements,
            Certificates certificates,
            UnitOfWork work,
            Clock clock,
            MeterRegistry metrics,
            @ConfigProperty(name = "puente.certificates.checks-per-address") int perAddress,
            @ConfigProperty(name = "puente.certificates.checks-per-instance") int perInstance) {
        this.limits = new AddressLimits(clock, perAddress, perInstance);
        this.statements = statements;
        this.certificates = certificates;
        this.work = work;
        this.clock = clock;
        this.metrics = metrics;
    }

    /** The result of a check. */
    sealed interface Outcome {
        record Found(CheckedCertificate certificate) implements Outcome {}

        /** There is no such certificate: mistyped, made up, or erased with its return. */
        record Unknown() implements Outcome {}

        record TooMany(Duration after) implements Outcome {}
    }

    /**
     * @param address network address of the client
     * @param shown the code, or the text of the QR code; null if nothing was given
     */
    Uni<Outcome> check(String address, String shown) {
        return limits.enter(address)
                .<Uni<Outcome>>map(wait -> Uni.createFrom().item(new Outcome.TooMany(wait)))
                .orElseGet(() -> find(shown))
                .invoke(this::count);
    }

    private Uni<Outcome> find(String shown) {
        return code(shown)
                .map(code -> work.read(session -> certificates.find(session, code)))
                .orElseGet(() -> Uni.createFrom().nullItem())
                .map(found ->
                        found == null ? new Outcome.Unknown() : new Outcome.Found(found.checked(clock.instant())));
    }

    private Optional<CertificateCode> code(String shown) {
        return shown != null && shown.matches(STATEMENT) ? statements.verified(shown) : CertificateCode.read(shown);
    }

    private void count(Outcome outcome) {
        String name = switch (outcome) {
            case Outcome.Found found -> found.certificate().status().code();
            case Outcome.Unknown unknown -> "unknown";
            case Outcome.TooMany tooMany -> "too-many";
        };
        Counter.builder("puente.certificates.checks")
                .description("Checks of certificates, by what they were answered")
                .tag("outcome", name)
                .register(metrics)
                .increment();
    }
}
