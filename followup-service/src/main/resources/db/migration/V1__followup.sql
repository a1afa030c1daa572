-- This node's directory, as far as it tells who follows people up. Subjects are those of the topic.
create table directory_entry (
    subject     text primary key,
    institution text        not null, -- empty for the node itself
    areas       text        not null, -- of an offer, parted by spaces
    timezone    text        not null, -- of the node
    active      boolean     not null, -- an offer that may be used, an institution that follows up
    updated_at  timestamptz not null
);

-- What is known of a return, and where its follow-up stands.
create table case_file (
    id             uuid primary key,
    version        integer     not null,
    registered_by  text        not null,
    registered_at  timestamptz not null,
    returned_on    date        not null,
    country        text,
    subdivision    text,
    high_risk      boolean     not null,
    status         text        not null default 'WAITING',
    responsible    text,
    consent_until  date,
    closed_because text,
    unsettled      boolean     not null default true
);
create index case_file_unsettled on case_file (id) where unsettled;
create index case_file_consent_until on case_file (consent_until) where status = 'FOLLOWED';

-- May be known before its case is.
create table consent (
    id        uuid primary key,
    case_id   uuid        not null,
    withdrawn boolean     not null,
    terms     text        not null, -- the fact that recorded it
    at        timestamptz not null
);
create index consent_case on consent (case_id);

create table follow_up (
    id           uuid primary key,
    case_id      uuid        not null references case_file,
    institution  text        not null,
    kind         text        not null,
    after_return text        not null, -- the policy's interval that it stands for
    opens_at     timestamptz not null,
    due_at       timestamptz not null,
    due_on       date        not null,
    closes_at    timestamptz not null,
    status       text        not null,
    due_said_at  timestamptz,
    visit        text,                 -- what it showed, without the answers
    unique (case_id, after_return)
);
create index follow_up_planned on follow_up (due_at, id) where status = 'PLANNED';
create index follow_up_due on follow_up (closes_at, id) where status = 'DUE';
create index follow_up_institution on follow_up (institution, due_at, id);

-- What was answered at a visit; leaves this database in scores only.
create table answer_sheet (
    follow_up_id       uuid primary key references follow_up,
    instrument         text        not null,
    instrument_version integer     not null,
    answers            text        not null,
    at                 timestamptz not null
);
