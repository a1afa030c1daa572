-- What every node said, in the order in which it came in here. Intake is serialised, so that a lower
-- position is never committed after a higher one: who has read up to a position has missed nothing.
create table event (
    position bigint generated always as identity primary key,
    id       uuid not null unique,
    node     text not null, -- who said it
    stream   text not null,
    type     text not null, -- ce_type
    subject  text not null,
    case_id  uuid,          -- null where it is about no single case
    event    text not null  -- the CloudEvent in structured JSON
);
create index event_case on event (case_id, position) where case_id is not null;
create index event_type on event (type, position);

-- How many facts of each type each node has said, so that nobody has to count the events.
create table tally (
    node    text        not null,
    type    text        not null,
    facts   bigint      not null,
    last_at timestamptz not null, -- when the latest of them happened
    primary key (node, type)
);

-- The highest version of each return. A node can only speak of its own cases, hence the key.
create table returned (
    case_id         uuid    not null,
    node            text    not null,
    version         integer not null,
    fact_id         uuid    not null,
    person_id       uuid    not null,
    institution     text    not null,
    returned_on     date    not null,
    reception_point text    not null,
    nationality     text    not null,
    returned_from   text    not null,
    will            text    not null,
    assistance      text,
    legal_basis     text,
    age_group       text    not null,
    sex             text    not null,
    primary key (case_id, node)
);
create index returned_on on returned (returned_on);

-- What is known of each referral, and what follows from it. Only its two ends can speak of it, hence
-- the key.
create table referral (
    referral_id      uuid not null,
    ends             text not null, -- the two nodes, in alphabetical order
    case_id          uuid not null,
    known            text not null, -- the facts, as JSON; all that follows is a function of them
    -- null until the issue is known
    from_node        text,
    from_institution text,
    to_node          text,
    to_institution   text,
    offer_id         text,
    priority         text,
    dimension        text,          -- of the need
    category         text,          -- of the need
    issued_at        timestamptz,
    issued_on        date,
    answer_by        timestamptz,
    status           text,
    status_at        timestamptz,
    appointment_at   timestamptz,   -- null unless scheduled
    answered_at      timestamptz,   -- first answer; null if there is none
    -- null unless delivered
    delivered_on     date,
    outcome          text,
    service_level     text,
    service_dimension text,
    service_category  text,
    primary key (referral_id, ends)
);
create index referral_issued on referral (issued_on);
create index referral_delivered on referral (delivered_on) where delivered_on is not null;
create index referral_open on referral (answer_by) where status in ('issued', 'acknowledged', 'expired');

-- What is known of each follow-up, and what follows from it.
create table followup (
    followup_id uuid not null,
    node        text not null,
    case_id     uuid not null,
    known       text not null, -- the facts, as JSON
    status      text not null,
    institution text not null,
    kind        text,          -- null until the plan is known
    due_on      date,          -- null until the plan is known
    outcome     text,          -- null unless completed
    primary key (followup_id, node)
);
create index followup_due on followup (due_on);
