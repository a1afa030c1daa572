package org.puente.reception.returns.background;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Under which law, why and how a person came back, and what they have worked and learnt. All of it
 * is asked of the person, and each part may be missing. It stays in this service, where the person's
 * institution sees it; no fact holds it. Earlier work and studies also go to services that need to
 * know of skills, in a dossier.
 *
 * @param legalProvision the provision of law that the return rests on; null if not known
 * @param reasons why the person came back, in their own view
 * @param conditions how they came back; null if not asked
 * @param work earlier work, the longest first
 * @param studies the highest level reached; null if not asked
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Background(
        LegalProvision legalProvision,
        @Size(max = 8) List<@NotNull ReturnReason> reasons,
        @Valid ReturnConditions conditions,
        @Size(max = 10) List<@NotNull @Valid EarlierWork> work,
        @Valid Studies studies) {

    public Background {
        reasons = list(reasons);
        work = list(work);
    }

    /** Null becomes an empty list; null elements stay, so that validation reports them. */
    static <T> List<T> list(List<T> values) {
        return values == null ? List.of() : Collections.unmodifiableList(new ArrayList<>(values));
    }

    @Override
    public String toString() {
        return "Background[…]";
    }
}
