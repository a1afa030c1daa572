package org.puente.referral.matching;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.puente.contracts.AgeGroup;

/** The youngest and the oldest age of an age group, in whole years. */
record Ages(int youngest, int oldest) {
    private static final int NOBODY_IS_OLDER = 150;

    private static final Map<AgeGroup, Ages> ALL = Arrays.stream(AgeGroup.values())
            .collect(Collectors.toMap(
                    Function.identity(), Ages::measure, (one, other) -> one, () -> new EnumMap<>(AgeGroup.class)));

    static Ages of(AgeGroup group) {
        return ALL.get(group);
    }

    private static Ages measure(AgeGroup group) {
        var years = IntStream.rangeClosed(0, NOBODY_IS_OLDER)
                .filter(age -> AgeGroup.at(age) == group)
                .summaryStatistics();
        return new Ages(years.getMin(), years.getMax());
    }
}
