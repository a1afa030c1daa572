package org.puente.registry.hsds;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.puente.platform.web.Refusal;

/** A number in the address of a page. */
@Schema(type = SchemaType.INTEGER, minimum = "1")
public record PageNumber(int value) {

    /**
     * @throws Refusal 400 where it is no number
     */
    public static PageNumber fromString(String text) {
        try {
            return new PageNumber(Integer.parseInt(text));
        } catch (NumberFormatException e) {
            throw Pager.outOfRange();
        }
    }
}
