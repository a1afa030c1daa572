-- The dossier in effect for those who visit the person; null where no consent lets one be.
alter table return_case add column visit_dossier_id uuid;

-- Cases of before there was one are looked at once each. Until the former release is gone its new
-- ones are, too: hence the default.
alter table return_case add column visit_dossier_due boolean not null default true;
create index return_case_visit_dossier_due on return_case (case_id) where visit_dossier_due;
