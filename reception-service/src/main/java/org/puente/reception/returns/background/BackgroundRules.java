package org.puente.reception.returns.background;

import java.util.ArrayList;
import java.util.List;
import org.puente.contracts.Countries;
import org.puente.platform.problems.FieldError;
import org.puente.platform.text.Occupations;

/** Rules that a well-formed background must keep. */
public final class BackgroundRules {
    private static final String AT = "/background";

    private BackgroundRules() {}

    /**
     * @param background null if nothing was asked
     * @param age of the person, in whole years
     */
    public static List<FieldError> broken(Background background, int age) {
        List<FieldError> errors = new ArrayList<>();
        List<EarlierWork> work = background == null ? List.of() : background.work();
        for (int i = 0; i < work.size(); i++) {
            String pointer = AT + "/work/" + i;
            EarlierWork one = work.get(i);
            if (!Occupations.exists(one.isco())) {
                errors.add(FieldError.of(pointer + "/isco", "isco-unknown"));
            }
            if (one.where() != null && !Countries.exists(one.where())) {
                errors.add(FieldError.of(pointer + "/where", "country-unknown"));
            }
            if (one.years() != null && one.years() > age) {
                errors.add(FieldError.of(pointer + "/years", "work-longer-than-life", String.valueOf(age)));
            }
        }
        ReturnConditions.Debt debt = background == null || background.conditions() == null
                ? null
                : background.conditions().debt();
        if (debt != null && debt.band() == ReturnConditions.Band.NONE && debt.owedTo() != null) {
            errors.add(FieldError.of(AT + "/conditions/debt/owedTo", "no-debt-owed"));
        }
        return errors;
    }
}
