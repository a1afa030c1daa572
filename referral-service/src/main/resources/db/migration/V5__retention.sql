-- What is still held for a referral, oldest first: the search for what is over begins here, so that it
-- doesn't go through the history.
drop index dossier_referral;
create index dossier_held on dossier (referral_id) where referral_id is not null and erased_at is null;

-- By our own clock, for what belongs to no referral that we know.
alter table dossier add column came_at timestamptz not null default now();

-- The record of answers is counted from the index alone.
drop index referral_answering;
create index referral_answering on referral (answer_by) include (to_institution, answered, status, final_at);
