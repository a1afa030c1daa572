package org.puente.reception.identity;

/** The statements of the table {@code person_match}. */
public final class MatchTable {
    /** With so many people everybody is compared, those with the most tags in common. */
    public static final int MAX_COMPARED = 20;

    /** Of those who share one tag, so many are looked at, the newest: a tag that many share says little. */
    static final int MAX_OF_A_TAG = 50;

    /** Of so many the newest are sought: a tag that more share must cost little, whoever of them is missed. */
    static final int MAX_SORTED_OF_A_TAG = 1000;

    private static final String CANDIDATES = """
        select asked.case_id, found.case_id as other, found.person_id, found.institution,
               encode(found.sealed, 'base64') as sealed
        from asked cross join lateral
             match_candidates(asked.case_id, asked.person_id, asked.tags, %d, %d, :max) found
        """.formatted(MAX_SORTED_OF_A_TAG, MAX_OF_A_TAG);

    private static final String ASKED = """
        with asked as (
            select cast(line ->> 'caseId' as uuid) as case_id,
                   cast(line ->> 'person' as uuid) as person_id,
                   array(select cast(tag as bigint) from json_array_elements_text(line -> 'tags') as tag) as tags,
                   decode(line ->> 'sealed', 'base64') as sealed
            from json_array_elements(cast(cast(:rows as text) as json)) as line)
        """;

    /**
     * Stores rows and finds their candidates. What it stores it does not find itself: all parts of a statement see the
     * table as it was before.
     */
    public static final String RECORD_AND_FIND = ASKED + """
        , stored as (
            insert into person_match (case_id, key, tags, sealed)
            select case_id, :key, tags, sealed from asked order by case_id
            on conflict (case_id) do update
            set key = excluded.key, tags = excluded.tags, sealed = excluded.sealed)
        """ + CANDIDATES;

    /** Finds the candidates of rows, whether those are stored or not. */
    static final String FIND = ASKED + CANDIDATES;

    static final String REMOVE = """
        delete from person_match
        where case_id in (
            select cast(id as uuid) from json_array_elements_text(cast(cast(:cases as text) as json)) as id)
        """;

    static final String OF_CASES = """
        select case_id, encode(sealed, 'base64') from person_match
        where case_id in (
            select cast(id as uuid) from json_array_elements_text(cast(cast(:cases as text) as json)) as id)
        """;

    /** Two ranges of the index, so that no scan is needed where all have the present key. */
    static final String UNDER_ANOTHER_KEY = """
        (select case_id from person_match where key < :key order by key, case_id limit :max)
        union all
        (select case_id from person_match where key > :key order by key, case_id limit :max)
        limit :max
        """;

    private MatchTable() {}
}
