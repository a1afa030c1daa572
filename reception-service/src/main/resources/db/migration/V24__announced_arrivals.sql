-- Keys that a manifest is sealed to, and what an institution does. Null until the registry publishes the entry again.
alter table directory_node add column jwks text;
alter table directory_institution add column mandates text; -- JSON array of codes

-- Arrivals that institutions of this node have announced, to this node or to another. Nothing of the people.
create table announced_arrival (
    arrival_id   uuid primary key,
    institution  text        not null,
    to_node      text,                 -- that receives; null after a restore
    version      integer     not null, -- counts each change
    expected_at  timestamptz not null,
    content      text        not null, -- JSON: the announcement without its people
    announced_at timestamptz not null, -- of this version
    cancelled_at timestamptz
);
create index announced_arrival_institution on announced_arrival (institution, expected_at, arrival_id);

-- Arrivals that are announced to this node. An id counts together with the node that announces.
create table expected_arrival (
    from_node       text        not null,
    arrival_id      uuid        not null,
    announcer       text        not null, -- institution of from_node
    institution     text,                 -- that receives; null where only the cancellation has come
    reception_point text,
    expected_at     timestamptz not null, -- of a cancellation that came first: when it came
    version         integer     not null,
    parts           integer     not null,
    parts_came      text        not null, -- JSON array: which parts of this version are here
    content         text,                 -- JSON: the announcement without its people
    cancelled_at    timestamptz,
    closed_at       timestamptz,
    closing         text,                 -- JSON: how many came, did not, were not on it; null until closed
    primary key (from_node, arrival_id)
);
create index expected_arrival_institution on expected_arrival (institution, expected_at, arrival_id);
create index expected_arrival_open on expected_arrival (expected_at) where closed_at is null;

-- The people of a manifest. What is known of one is erased when they are registered, at closing, and when the
-- time is over.
create table manifest_entry (
    from_node     text    not null,
    arrival_id    uuid    not null,
    entry         integer not null, -- the announcer's; the same person in every version
    version       integer not null,
    content       text,             -- JSON; null once erased
    case_id       uuid references return_case on delete set null,
    registered_at timestamptz,      -- null for who has not come
    primary key (from_node, arrival_id, entry),
    foreign key (from_node, arrival_id) references expected_arrival on delete cascade
);
create index manifest_entry_case on manifest_entry (case_id);

-- When a flight or a bus arrived, for those who ask by its announcement.
create view landing_standing as
select institution, returned_on, reception_point, reference, landed_at
from flight_landing where landed_at is not null;
