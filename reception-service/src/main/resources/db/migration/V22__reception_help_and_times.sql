-- What the features of a reception point may know of a return. The reference of a flight or bus stands in the
-- content: the people of one are found among those of the institution's day.
create view case_flight as
select case_id, institution, returned_on, reception_point, registered_at,
       cast(content as json) -> 'transport' ->> 'reference' as reference
from return_case;

-- Help as it was recorded: one entry, for one person or for many. The client makes the id.
create table help_entry (
    institution   text        not null,
    help_id       uuid        not null,
    kinds         text        not null, -- JSON array of codes
    target_digest text,                 -- SHA-256 of whom the request named; null after a restore
    occurred_at   timestamptz not null, -- as the desk reports it
    recorded_at   timestamptz not null,
    primary key (institution, help_id)
);

create table help_recipient (
    institution text not null,
    help_id     uuid not null,
    case_id     uuid not null references return_case on delete cascade,
    voided_at   timestamptz, -- null while the entry counts
    void_reason text,
    primary key (institution, help_id, case_id),
    foreign key (institution, help_id) references help_entry
);
create index help_recipient_case on help_recipient (case_id);

-- The help that counts, a row for each person and kind.
create view help_standing as
select r.case_id, e.help_id, e.occurred_at, json_array_elements_text(cast(e.kinds as json)) as kind
from help_recipient r join help_entry e using (institution, help_id)
where r.voided_at is null;

-- When a flight or a bus arrived. The last report counts; each is a version.
create table flight_landing (
    arrival_id      uuid primary key,
    institution     text        not null,
    reception_point text        not null,
    returned_on     date        not null,
    reference       text        not null,
    mode            text        not null,
    landed_at       timestamptz, -- null if it was recorded in error
    version         integer     not null,
    recorded_at     timestamptz not null,
    unique (institution, returned_on, reception_point, reference)
);

-- When a person left the reception point. The last report counts; each is a version.
create table reception_departure (
    case_id     uuid primary key references return_case on delete cascade,
    left_at     timestamptz, -- null if it was recorded in error
    version     integer     not null,
    recorded_at timestamptz not null
);
