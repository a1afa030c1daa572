-- A consent ends with its last day. Which of its last days has been acted upon stands beside it: other
-- terms, also those that an earlier release records, have another last day.
alter table consent
    add column valid_until text generated always as (cast(terms as json) ->> 'validUntil') stored,
    add column ended_on    text;
create index consent_to_end on consent (valid_until)
    where withdrawn_at is null and valid_until is not null and ended_on is distinct from valid_until;
