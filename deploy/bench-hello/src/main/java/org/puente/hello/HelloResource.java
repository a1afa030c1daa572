package org.puente.hello;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

@Path("/hello")
class HelloResource {
    @GET
    public Uni<String> hello() {
        return Uni.createFrom().item("Hello");
    }
}
