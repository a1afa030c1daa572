package org.puente.registry.forms;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;
import org.puente.contracts.Contact;
import org.puente.contracts.Patterns;

/** Contact data of an office, never of a person there; each field may be left out. */
public record ContactForm(String phone, String email, String web) {

    private static final Pattern PHONE = Pattern.compile(Patterns.PHONE);
    private static final Pattern EMAIL = Pattern.compile("[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9.-]{1,190}");
    private static final int LONGEST_ADDRESS = 500;

    void check(Check check, String at) {
        check.matches(at + "/phone", phone, PHONE, "not-a-phone");
        check.matches(at + "/email", email, EMAIL, "not-an-email");
        if (web != null && !isWebPage(web)) {
            check.fault(at + "/web", "not-a-web-page");
        }
    }

    /** Pages show the value as a link, so only http and https are allowed. */
    private static boolean isWebPage(String text) {
        try {
            URI uri = new URI(text);
            boolean http = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
            return http && uri.getHost() != null && text.length() <= LONGEST_ADDRESS;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    Contact contact() {
        return new Contact(phone, email, web == null ? null : URI.create(web));
    }
}
