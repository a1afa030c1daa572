package org.puente.platform.testing;

import io.quarkus.test.common.http.TestHTTPResourceManager;
import java.net.URI;

/** The management endpoints of the service under test, which have a port of their own. */
public final class Management {
    private Management() {}

    /**
     * @param path such as {@code /q/metrics}
     */
    public static URI at(String path) {
        return URI.create(TestHTTPResourceManager.getManagementUri()).resolve(path);
    }
}
