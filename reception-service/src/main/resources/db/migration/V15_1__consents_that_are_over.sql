-- Which last day of a consent has been acted upon; other terms have another last day.
alter table consent add column ended_on date;
create index consent_to_end on consent (valid_until)
    where withdrawn_at is null and valid_until is not null and ended_on is distinct from valid_until;
