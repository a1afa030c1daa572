package org.puente.platform;

import io.smallrye.mutiny.Uni;
import io.vertx.core.impl.NoStackTraceThrowable;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.PersistenceException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.platform.json.Json;
import org.puente.platform.persistence.UnitOfWork;

/** Endpoints that fail as the request asks. */
@Path("/test")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
public class Failures {
    private final UnitOfWork work;

    Failures(UnitOfWork work) {
        this.work = work;
    }

    @GET
    @Operation(hidden = true)
    @Path("/fails/{how}")
    public Uni<String> fails(String how) {
        return Uni.createFrom()
                .failure(
                        switch (how) {
                            case "pool" -> new NoStackTraceThrowable("Timeout");
                            case "error" -> new StackOverflowError("secret");
                            case "unforeseen" -> new IllegalStateException("secret");
                            case "unreadable" -> unreadable();
                            default -> new PersistenceException(new SQLException("secret", how));
                        });
    }

    private static Throwable unreadable() {
        try {
            Json.read("{", Integer.class);
            return new AssertionError("was read");
        } catch (RuntimeException e) {
            return e;
        }
    }

    /** Lets the database itself raise an SQLSTATE. */
    @GET
    @Operation(hidden = true)
    @Path("/raises/{state}")
    public Uni<String> raises(String state) {
        if (!state.matches("[0-9A-Z]{5}")) {
            throw new IllegalArgumentException();
        }
        return work.run(
                session -> execute(session, "do $$ begin raise exception using errcode = '" + state + "'; end $$"));
    }

    /** A statement that takes a minute. */
    @GET
    @Operation(hidden = true)
    @Path("/slow")
    public Uni<String> slow() {
        return work.run(session -> execute(session, "do $$ begin perform pg_sleep(60); end $$"));
    }

    /** An answer that takes longer than a body may. */
    @GET
    @Operation(hidden = true)
    @Path("/late")
    public Uni<String> late() {
        return Uni.createFrom().item("done").onItem().delayIt().by(Duration.ofSeconds(4));
    }

    @GET
    @Operation(hidden = true)
    @Path("/quick")
    public Uni<String> quick() {
        return work.read(session -> execute(session, "select 1"));
    }

    /** A body with another in it. */
    record Outer(Inner inner) {}

    record Inner(String text) {}

    @POST
    @Operation(hidden = true)
    @Path("/nested")
    public Outer nested(Outer body) {
        return body;
    }

    @GET
    @Operation(hidden = true)
    @Path("/known")
    @RolesAllowed("operator")
    public String known() {
        return "known";
    }

    private static Uni<String> execute(Mutiny.Session session, String sql) {
        return session.createNativeQuery(sql).executeUpdate().replaceWith("done");
    }
}
