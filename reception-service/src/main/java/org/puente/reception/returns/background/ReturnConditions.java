package org.puente.reception.returns.background;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.puente.contracts.Code;

/**
 * In what conditions a person came back. The sources name belongings left behind, and debts that
 * force people to leave again (source 2, level "individual"); the codes are ours.
 *
 * @param detainedDays days of detention before the return; 0 for none, null if not asked
 * @param separatedFrom who of the family stayed behind against the person's will
 * @param belongingsLost what was taken or left behind
 * @param debt of the journey; null if not asked
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ReturnConditions(
        @Min(0) @Max(MAX_DAYS) Integer detainedDays,
        @Size(max = 5) List<@NotNull Relative> separatedFrom,
        @Size(max = 7) List<@NotNull Belonging> belongingsLost,
        @Valid Debt debt) {

    /** Some thirty years. */
    static final int MAX_DAYS = 10_000;

    public ReturnConditions {
        separatedFrom = Background.list(separatedFrom);
        belongingsLost = Background.list(belongingsLost);
    }

    public enum Relative implements Code {
        PARTNER,
        CHILDREN,
        PARENTS,
        SIBLINGS,
        OTHER_RELATIVES
    }

    public enum Belonging implements Code {
        IDENTITY_DOCUMENTS,
        MONEY,
        TELEPHONE,
        MEDICINES,
        TOOLS,
        CLOTHING,
        OTHER
    }

    /**
     * What a person owes because of the journey. A band, not an amount: nobody needs to know more.
     *
     * @param owedTo null if not known
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Debt(@NotNull Band band, Creditor owedTo) {
        @Override
        public String toString() {
            return "Debt[…]";
        }
    }

    /** In US dollars. */
    public enum Band implements Code {
        NONE("none"),
        UNDER_1000("under-1000"),
        FROM_1000("1000-4999"),
        FROM_5000("5000-9999"),
        FROM_10000("10000-or-more"),
        UNKNOWN("unknown");

        private final String code;

        Band(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }
    }

    public enum Creditor implements Code {
        SMUGGLER,
        RELATIVES,
        BANK,
        COOPERATIVE,
        MONEYLENDER,
        EMPLOYER,
        OTHER
    }

    @Override
    public String toString() {
        return "ReturnConditions[…]";
    }
}
