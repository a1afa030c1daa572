package org.puente.reception.identity;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.puente.contracts.Sex;
import org.puente.platform.text.PlainText;

/**
 * Marks that recognise a document or a person without storing their data: HMAC-SHA256 under the
 * node's secret. Without the secret nobody can try numbers; a node that loses its secret recognises
 * nobody.
 */
@ApplicationScoped
public class Fingerprints {
    private static final String HMAC = "HmacSHA256";
    private static final int SHORTEST_SECRET = 16;

    private final SecretKeySpec secret;

    Fingerprints(@ConfigProperty(name = "puente.pseudonym.secret") String secret) {
        if (secret.length() < SHORTEST_SECRET) {
            throw new IllegalArgumentException(
                    "puente.pseudonym.secret needs at least " + SHORTEST_SECRET + " characters");
        }
        this.secret = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), HMAC);
    }

    /** Under a secret that is not the node's, as for measuring. */
    public static Fingerprints under(String secret) {
        return new Fingerprints(secret);
    }

    /**
     * Marks of the documents that identify a person, sorted and without repeats.
     *
     * @param nationality stands for the issuer of a passport: each issuer has its own numbers
     */
    public Set<String> of(Collection<IdentityDocument> documents, String nationality) {
        return documents.stream()
                .filter(IdentityDocument::identifies)
                .map(document -> mark(
                        "document",
                        document.kind().code(),
                        document.kind() == DocumentKind.PASSPORT ? nationality : "",
                        document.normalised()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * Mark of name, birth and sex, which need no papers; several people may share a mark.
     *
     * @param givenNames null where there are none
     * @param familyNames null where there are none
     * @param born birth date, or the age where only the age is known
     */
    public String of(String givenNames, String familyNames, String born, Sex sex) {
        return mark("identity", letters(givenNames), letters(familyNames), born, sex.code());
    }

    /** Mark of what a client sent, which tells the same again from something else. */
    public String ofContent(String content) {
        return mark("content", content);
    }

    /** Capital letters without accents, one space between words; an apostrophe does not end a word. Empty for null. */
    static String letters(String name) {
        return name == null
                ? ""
                : LookAlikes.latin(PlainText.folded(name).replace("'", "").toUpperCase(Locale.ROOT))
                        .replaceAll("[^\\p{L}]+", " ")
                        .strip();
    }

    private String mark(String... parts) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(secret);
            byte[] text = String.join("\u0000", parts).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(mac.doFinal(text));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
