package org.puente.local;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/** Asks whether a page of the local machine is there. */
final class Http {
    private Http() {}

    static boolean ok(String address) {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) URI.create(address).toURL().openConnection();
            connection.setConnectTimeout(500);
            connection.setReadTimeout(5_000);
            try {
                return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
            } finally {
                connection.disconnect();
            }
        } catch (IOException e) {
            return false;
        }
    }
}
