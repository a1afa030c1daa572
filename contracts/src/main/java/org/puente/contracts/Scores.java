package org.puente.contracts;

/** Scores of a visit, each 0 to 1; null if no question of the dimension was answered. */
public record Scores(Double economic, Double social, Double psychosocial, Double composite) {
    public Scores {
        within("economic", economic);
        within("social", social);
        within("psychosocial", psychosocial);
        within("composite", composite);
    }

    private static void within(String component, Double score) {
        if (score != null && !(score >= 0 && score <= 1)) {
            throw new IllegalArgumentException(component + " must be between 0 and 1");
        }
    }
}
