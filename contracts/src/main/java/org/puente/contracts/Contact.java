package org.puente.contracts;

import java.net.URI;

/**
 * How to reach the office that runs an offer, never a person of it; each may be null.
 *
 * @param phone E.164
 * @param email of the office
 * @param web page of the office
 */
public record Contact(String phone, String email, URI web) {
    public Contact {
        Shape.PHONE.allow("phone", phone);
        Shape.EMAIL.allow("email", email);
    }
}
