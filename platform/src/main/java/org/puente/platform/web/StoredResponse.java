package org.puente.platform.web;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.puente.platform.json.Json;

/**
 * An answer that can be kept and given again.
 *
 * @param status HTTP status
 * @param location null, or the path of what was created
 * @param etag null, or the version of the resource shown
 * @param body JSON; null for none
 */
public record StoredResponse(int status, String location, String etag, String body) {
    public static StoredResponse created(String location, Object body) {
        return new StoredResponse(201, location, null, Json.write(body));
    }

    public static StoredResponse ok(Object body) {
        return new StoredResponse(200, null, null, Json.write(body));
    }

    public StoredResponse version(long version) {
        return new StoredResponse(status, location, ETags.of(version), body);
    }

    /** The body, read back. */
    public <T> T bodyAs(Class<T> type) {
        return Json.read(body, type);
    }

    public Response response() {
        Response.ResponseBuilder response = Response.status(status);
        if (location != null) {
            response.location(URI.create(location));
        }
        if (etag != null) {
            response.header("ETag", etag);
        }
        if (body != null) {
            response.entity(body).type(MediaType.APPLICATION_JSON_TYPE);
        }
        return response.build();
    }
}
