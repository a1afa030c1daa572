-- What a person agreed to, for the status page. Columns are added at the end: an older release reads the first three.
create or replace view consent_standing as
select case_id, withdrawn_at, valid_until,
       id,
       recorded_at,
       cast(terms as json) -> 'purposes' as purposes,
       cast(terms as json) -> 'scope' as scope,
       cast(terms as json) ->> 'givenBy' as given_by
from consent;
