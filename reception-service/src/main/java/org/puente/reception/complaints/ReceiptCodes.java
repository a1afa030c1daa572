package org.puente.reception.complaints;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.puente.reception.codes.CodeSymbols;

/**
 * Makes receipt codes, and keeps them out of the database, which holds a code's HMAC-SHA256 alone.
 * The secret is that of the pseudonyms, which is never replaced: nobody could hand out a new code.
 */
@ApplicationScoped
public class ReceiptCodes {
    private static final String HMAC = "HmacSHA256";

    private final SecureRandom random = new SecureRandom();
    private final SecretKeySpec secret;

    ReceiptCodes(@ConfigProperty(name = "puente.pseudonym.secret") String secret) {
        this.secret = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), HMAC);
    }

    public ReceiptCode next() {
        return ReceiptCode.random(random);
    }

    /**
     * The code of a complaint that may be sent again, since its answer did not arrive: the same each time. Who knows
     * the id alone can't tell it.
     */
    ReceiptCode of(UUID complaintId) {
        return new ReceiptCode(CodeSymbols.of(hmac("complaint-receipt code\u0000" + complaintId)));
    }

    /** The mark that stores and finds a code. */
    public String mark(ReceiptCode code) {
        return HexFormat.of().formatHex(hmac("complaint-receipt mark\u0000" + code.symbols()));
    }

    private byte[] hmac(String text) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(secret);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
