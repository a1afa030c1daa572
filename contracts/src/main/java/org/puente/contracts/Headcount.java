package org.puente.contracts;

/** How many people of one sex and age group an announced arrival brings. */
public record Headcount(Sex sex, AgeGroup ageGroup, int count) {
    public Headcount {
        Require.present("sex", sex);
        Require.present("ageGroup", ageGroup);
        Require.atLeast(0, "count", count);
    }
}
