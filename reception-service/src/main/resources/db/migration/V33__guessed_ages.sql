-- An age that a desk has guessed is right within five years, so each of these years opens the person's status. What the
-- former release registers until it is gone keeps three years; the next amendment of the return mends it.
update return_case set
    born_from = cast(extract(year from returned_on) as integer)
        - cast(cast(content as json) -> 'person' ->> 'ageYears' as integer) - 5,
    born_to = cast(extract(year from returned_on) as integer)
        - cast(cast(content as json) -> 'person' ->> 'ageYears' as integer) + 5
where cast(content as json) -> 'person' ->> 'ageEstimated' = 'true'
  and cast(content as json) -> 'person' ->> 'ageYears' is not null;
