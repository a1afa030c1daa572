package org.puente.contracts;

import java.net.URI;

/**
 * How to reach the office that runs an offer, never a person there. Each component may be null.
 *
 * @param phone E.164
 * @param email of the office
 * @param web page of the office, by http or https. Any other address becomes null, since pages show
 *     this one as a link
 */
public record Contact(String phone, String email, URI web) {
    private static final int LONGEST = 2000;

    public Contact {
        Shape.PHONE.allow("phone", phone);
        Shape.EMAIL.allow("email", email);
        if (web != null && web.toString().length() > LONGEST) {
            throw new IllegalArgumentException("web must have at most " + LONGEST + " characters");
        }
        web = isPage(web) ? web : null;
    }

    private static boolean isPage(URI web) {
        return web != null
                && ("https".equalsIgnoreCase(web.getScheme()) || "http".equalsIgnoreCase(web.getScheme()))
                && web.getHost() != null;
    }
}
