-- What opens a complaint for the person: a code of its own, of which the mark is kept. It outlives the return.
alter table complaint add column receipt_mark text;
alter table complaint add column case_erased_at timestamptz; -- null while the return is held
create unique index complaint_receipt on complaint (receipt_mark) where receipt_mark is not null;

-- The other cases of the person at the institution that a request is to.
create table data_request_other_case (
    request_id uuid not null references data_request on delete cascade,
    case_id    uuid not null, -- the row goes when this return is erased
    primary key (request_id, case_id)
);
create index data_request_other_case_of on data_request_other_case (case_id);

-- Because of which request an institution may hand out what is held of a case.
create view open_access_request as
select id, case_id from data_request where kind = 'access' and closed_at is null
union all
select r.id, c.case_id from data_request r join data_request_other_case c on c.request_id = r.id
where r.kind = 'access' and r.closed_at is null;

-- Of a return that was erased, the key is kept as a mark, and no id that facts have.
alter table registration_key add column erased boolean not null default false; -- whether the key is a mark
update registration_key k
set case_id = gen_random_uuid(), consent_id = gen_random_uuid(), code = null, at = date_trunc('day', at, 'UTC')
where not exists (select 1 from return_case r where r.case_id = k.case_id);
