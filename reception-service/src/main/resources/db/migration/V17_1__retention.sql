-- What is heard of a case keeps it from being erased for a time.
alter table case_fact add column taken_at timestamptz not null default now();
