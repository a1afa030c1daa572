-- What is still to come of a case that is closed waits for nobody.
create table case_end (
    case_id  uuid not null,
    node     text not null, -- that follows the case up
    ended_at timestamptz not null,
    primary key (case_id, node)
);

-- Since when it is planned or due as it is now; null in rows of the former release until they change.
alter table followup add column open_since timestamptz;

create index followup_open on followup (due_on) where status in ('planned', 'due');

-- The last status is a column of the table: who looks for few rows asks for it first.
create view followup_standing as
select f.followup_id, f.node, f.case_id, f.institution, f.kind, f.due_on, f.outcome,
       f.status as last_status,
       case when f.status in ('planned', 'due')
                 and e.ended_at >= coalesce(f.open_since, '-infinity') then 'ended'
            else f.status end as status
from followup f left join case_end e on e.case_id = f.case_id and e.node = f.node;
