-- Registrations that may be of one person. A function, because it has settings of its own: without them a plan may
-- read the whole table by its primary key, and look at the tags of each row, as long as the planner takes the table for
-- a small one; with a limit it does so always. So the index of tags is the only way.
-- Of those who share one tag the newest of_a_tag are looked at. A tag that more than at_most_of_a_tag share is cut before
-- that, as the index gives them: to sort them all would cost too much. The ids of cases are in order of time (version 7).
-- The most people are given who share the most tags, of equals the newest, with one case of each institution: many cases
-- of the person who is asked for, or of one other, leave room for others. So many cases are looked at more closely.
create function match_candidates(
    asking uuid, person uuid, wanted bigint[], at_most_of_a_tag integer, of_a_tag integer, most integer)
returns table (case_id uuid, person_id uuid, institution text, sealed bytea)
language plpgsql stable rows 20
set enable_seqscan = off
set enable_indexscan = off
set enable_hashjoin = off
set enable_mergejoin = off
as $$
#variable_conflict use_column
begin
    return query
    select found.case_id, found.person_id, found.institution, match.sealed
    from (select *, dense_rank() over (order by ranked.likest desc, ranked.newest desc) as nth_person
          from (select likely.case_id, one.person_id, one.institution,
                       max(likely.shared) over (partition by one.person_id) as likest,
                       first_value(likely.case_id)
                           over (partition by one.person_id order by likely.case_id desc) as newest,
                       row_number() over (partition by one.person_id, one.institution
                                          order by likely.shared desc, likely.case_id desc) as nth
                from (select sharing.case_id, count(*) as shared
                      from unnest(wanted) as known(tag) cross join lateral (
                          select one_of_all.case_id
                          from (select person_match.case_id from person_match
                                where person_match.tags @> array[known.tag] and person_match.case_id <> asking
                                limit at_most_of_a_tag) one_of_all
                          order by one_of_all.case_id desc
                          limit of_a_tag) sharing
                      group by sharing.case_id
                      order by shared desc, sharing.case_id desc
                      limit 10 * most) likely
                join case_person one on one.case_id = likely.case_id
                where one.person_id <> person) ranked
          where ranked.nth = 1) found
    join person_match match on match.case_id = found.case_id
    where found.nth_person <= most;
end
$$;
