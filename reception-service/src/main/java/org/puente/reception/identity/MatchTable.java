package org.puente.reception.identity;

/** The statements of the table {@code person_match}. */
public final class MatchTable {
    /** Of one person, those with the most tags in common are compared. */
    public static final int MAX_COMPARED = 20;

    /** Of each, those with the most tags in common; an index of tags finds them. */
    private static final String CANDIDATES = """
        select asked.case_id, found.case_id as other, one.person_id, one.institution,
               encode(found.sealed, 'base64') as sealed
        from asked cross join lateral (
            select match.case_id, match.sealed
            from person_match match
            where match.tags && asked.tags and match.case_id <> asked.case_id
            order by cardinality(array(select unnest(match.tags) intersect select unnest(asked.tags))) desc,
                     match.case_id desc
            limit :max) found
        join case_person one on one.case_id = found.case_id
        where one.person_id <> asked.person_id
        """;

    /**
     * Stores rows and finds their candidates. What it stores it does not find itself: all parts of a statement see the
     * table as it was before.
     */
    public static final String RECORD_AND_FIND = """
        with asked as (
            select cast(line ->> 'caseId' as uuid) as case_id,
                   cast(line ->> 'person' as uuid) as person_id,
                   array(select cast(tag as bigint) from json_array_elements_text(line -> 'tags') as tag) as tags,
                   decode(line ->> 'sealed', 'base64') as sealed
            from json_array_elements(cast(cast(:rows as text) as json)) as line),
        stored as (
            insert into person_match (case_id, key, tags, sealed)
            select case_id, :key, tags, sealed from asked order by case_id
            on conflict (case_id) do update
            set key = excluded.key, tags = excluded.tags, sealed = excluded.sealed)
        """ + CANDIDATES;

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
