-- The flight or bus of a return; null where there is none, and in rows of the former release until they change.
alter table returned add column transport_reference text;

-- Help, a row for each person and kind. A node can only speak of its own cases, hence the keys.
create table help_given (
    node        text not null,
    help_id     uuid not null,
    case_id     uuid not null,
    kind        text not null,
    institution text not null,
    given_on    date not null, -- by the region's calendar
    primary key (node, help_id, case_id, kind)
);
create index help_given_on on help_given (given_on);

-- Entries that don't count; they may come before the help itself.
create table help_voided (
    node    text not null,
    help_id uuid not null,
    case_id uuid not null,
    primary key (node, help_id, case_id)
);

-- When a flight or a bus arrived, in the highest version.
create table landing (
    node            text    not null,
    arrival_id      uuid    not null,
    version         integer not null,
    fact_id         uuid    not null,
    institution     text    not null,
    reception_point text    not null,
    returned_on     date    not null,
    reference       text    not null,
    landed_at       timestamptz, -- null if it was recorded in error
    primary key (node, arrival_id)
);
create index landing_on on landing (returned_on);

-- When a person was registered and left. Each may come first.
create table reception_time (
    node          text not null,
    case_id       uuid not null,
    registered_at timestamptz, -- the earliest that was published; null until it is known
    version       integer not null,       -- of leaving; 0 until it is known
    fact_id       uuid,        -- of leaving
    left_at       timestamptz, -- null if it is not known, or was recorded in error
    primary key (case_id, node)
);

-- What figures read.
create view help_standing as
select g.node, g.help_id, g.case_id, g.kind, g.institution, g.given_on, r.reception_point
from help_given g
left join returned r on r.case_id = g.case_id and r.node = g.node
where not exists (select 1 from help_voided v
                  where v.node = g.node and v.help_id = g.help_id and v.case_id = g.case_id);

-- Returns with a known landing. Of two landings of one flight, which no node should publish, the first counts.
-- Who was registered before landing waited for nothing; who left before is a mistake, and is left out.
create view reception_standing as
select r.node, r.case_id, r.person_id, r.institution, r.reception_point, r.returned_on, r.returned_from,
       r.sex, r.age_group, l.landed_at,
       case when t.registered_at is not null then greatest(t.registered_at, l.landed_at) end as registered_at,
       case when t.left_at >= l.landed_at then t.left_at end as left_at
from returned r
join (select node, institution, reception_point, returned_on, reference, min(landed_at) as landed_at
      from landing where landed_at is not null
      group by node, institution, reception_point, returned_on, reference) l
  on l.node = r.node and l.institution = r.institution and l.reception_point = r.reception_point
     and l.returned_on = r.returned_on and l.reference = r.transport_reference
join reception_time t on t.case_id = r.case_id and t.node = r.node;
