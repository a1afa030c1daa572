package org.puente.contracts;

/**
 * A part of a person's data that a dossier may hold, named as intake names it. An offer declares
 * the fields that it needs.
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

    private final String code;

    DossierField(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
