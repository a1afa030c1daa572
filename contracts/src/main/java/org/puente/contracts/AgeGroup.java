package org.puente.contracts;

/** Age in whole years on the day of the return. */
public enum AgeGroup implements Code {
    FROM_0_TO_5("0-5", 0),
    FROM_6_TO_11("6-11", 6),
    FROM_12_TO_17("12-17", 12),
    FROM_18_TO_24("18-24", 18),
    FROM_25_TO_59("25-59", 25),
    FROM_60("60+", 60);

    private final String code;
    private final int from;

    AgeGroup(String code, int from) {
        this.code = code;
        this.from = from;
    }

    @Override
    public String code() {
        return code;
    }

    /** Whether the group is under 18, the age that makes a child in all four countries. */
    public boolean child() {
        return from < FROM_18_TO_24.from;
    }

    /**
     * The group of an age.
     *
     * @param years whole years, 0 or more
     * @throws IllegalArgumentException if negative
     */
    public static AgeGroup at(int years) {
        Require.atLeast(0, "age", years);
        AgeGroup group = FROM_0_TO_5;
        for (AgeGroup next : values()) {
            group = next.from <= years ? next : group;
        }
        return group;
    }
}
