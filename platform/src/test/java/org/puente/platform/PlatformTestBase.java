package org.puente.platform;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.CapacityUnit;
import org.puente.contracts.DirectoryFact.CapacityChanged;
import org.puente.contracts.Envelope;
import org.puente.contracts.FactType;
import org.puente.contracts.InstitutionId;
import org.puente.contracts.NodeId;
import org.puente.contracts.OfferId;
import org.puente.contracts.Source;
import org.puente.local.testing.BackboneResource;
import org.puente.platform.json.Json;
import org.puente.platform.persistence.UnitOfWork;
import org.puente.platform.testing.TestRealm;
import org.puente.platform.testing.Wire;

/** The platform in a service of its own, over the real broker and the real database. */
@QuarkusTestResource(TestRealm.class)
@QuarkusTestResource(
        value = BackboneResource.class,
        initArgs = {@ResourceArg(name = "node", value = "gtm"), @ResourceArg(name = "service", value = "registry")})
public abstract class PlatformTestBase {
    protected static final Duration SOON = Duration.ofSeconds(90);
    protected static final String OWN_TOPIC = "puente.gtm.directory";

    @Inject
    protected UnitOfWork work;

    @Inject
    protected DataSource database;

    protected <T> T run(Function<Mutiny.Session, Uni<T>> action) {
        try {
            return VertxContextSupport.subscribeAndAwait(() -> work.run(action));
        } catch (Throwable e) {
            throw e instanceof RuntimeException runtime ? runtime : new IllegalStateException(e);
        }
    }

    /** A fact about an offer of its own, so that tests do not meet. */
    protected static CapacityChanged fact(String node, int waitlist) {
        return new CapacityChanged(
                new OfferId(node + "-" + UUID.randomUUID()),
                new InstitutionId(node + "-x"),
                new NodeId(node),
                1,
                2,
                CapacityUnit.PERSONS,
                waitlist,
                Instant.now().truncatedTo(ChronoUnit.MILLIS));
    }

    /** A fact whose record lies on the partition of the node's topic on which those of a key lie. */
    protected static CapacityChanged factBeside(String key, String node) {
        String topic = "puente." + node + ".directory";
        int partition = Wire.partition(topic, key);
        return Stream.generate(() -> fact(node, 0))
                .filter(fact -> Wire.partition(topic, fact.subject()) == partition)
                .findFirst()
                .orElseThrow();
    }

    protected long effects(String subject) {
        return count("select count(*) from effect where subject = ?", subject);
    }

    protected long count(String sql, String argument) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, argument);
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                return result.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Puts a record on another node's topic, as that node's principal. */
    protected static void put(String node, Map<String, String> headers, String key, String value) {
        Wire.put(node, "puente." + node + ".directory", key, headers, value);
    }

    protected static void put(String node, CapacityChanged fact) {
        put(node, headers(UUID.randomUUID(), node, fact), fact.subject(), Json.write(fact));
    }

    protected static Map<String, String> headers(UUID id, String source, CapacityChanged fact) {
        return new Envelope(
                        id,
                        new Source(new NodeId(source), "referral"),
                        FactType.of(fact),
                        fact.subject(),
                        fact.updatedAt(),
                        null)
                .headers();
    }
}
