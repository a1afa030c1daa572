package org.puente.contracts;

/**
 * A part of a person's data that a dossier may hold, named as intake names it. An offer declares
 * the fields that it needs. Beside them a dossier may hold {@link #SAFE_CONTACT}.
 */
public enum DossierField implements Code {
    GIVEN_NAMES("givenNames"),
    FAMILY_NAMES("familyNames"),
    BIRTH_DATE("birthDate"),
    SEX("sex"),
    NATIONALITY("nationality"),
    DOCUMENTS("documents"),
    PHONES("phones"),
    LANGUAGES("languages"),
    DESTINATION("destination"),
    HOUSEHOLD("household"),
    PROFILES("profiles"),
    NEEDS("needs"),
    SKILLS("skills"),
    RESTRICTED("restricted");

    /**
     * The member of a dossier that says how and when the person can be contacted without danger. No offer asks for it:
     * it goes wherever a field goes by which the person can be reached.
     */
    public static final String SAFE_CONTACT = "safeContact";

    private final String code;

    DossierField(String code) {
        this.code = code;
    }

    /**
     * Whether who has this field can reach the person. A {@link #HOUSEHOLD} does so too where it holds relatives, which
     * only who opens the dossier sees.
     */
    public boolean reachesPerson() {
        return this == PHONES || this == DESTINATION;
    }

    @Override
    public String code() {
        return code;
    }
}
