-- What people ask for who use a right over their data. A request stays when its return is erased: then without texts.
create table data_request (
    id             uuid primary key,
    case_id        uuid        not null, -- also of a return that was erased
    institution    text        not null, -- the one that answers: of the case
    kind           text        not null,
    source         text        not null,
    received_on    date        not null, -- from when the time to answer runs
    remind_on      date        not null,
    due_on         date        not null, -- the last day to answer
    received_at    timestamptz not null,
    sealed_details text,
    reminded_at    timestamptz,
    outcome        text,
    sealed_answer  text,
    closed_at      timestamptz
);
create index data_request_institution on data_request (institution, received_at, id);
create index data_request_case on data_request (case_id);
create index data_request_open on data_request (due_on) where closed_at is null;
create index data_request_closed on data_request (closed_at) where closed_at is not null;
-- Asking twice is one request; several things may be wrong, and be said one by one.
create unique index data_request_once on data_request (case_id, kind)
    where closed_at is null and kind <> 'rectification';

-- As whom a return is published, and as whom its documents showed the person: each has its index.
create view case_pseudonym as
select case_id, institution, person_id, linked_person_id from return_case;

-- Whom this node referred its cases to.
create view case_referral as
select case_id,
       cast(cast(heard as json) -> 'fact' ->> 'referralId' as uuid) as referral_id,
       cast(heard as json) -> 'fact' -> 'to' ->> 'node' as to_node,
       cast(heard as json) -> 'fact' -> 'to' ->> 'institution' as to_institution
from case_fact
where source = '' and cast(heard as json) ->> 'kind' = 'issue';

-- Complaints. No institution but the recipient reads one. When the return is erased, the link to it goes.
create table complaint (
    id                   uuid primary key,
    case_id              uuid,
    referral_id          uuid,
    about_node           text        not null,
    about_institution    text        not null,
    desk                 text        not null, -- the institution of the case: never the recipient
    recipient            text,                 -- null while nobody independent is known
    source               text        not null,
    received_at          timestamptz not null,
    acknowledge_by       date        not null,
    answer_by            date        not null,
    sealed_text          text,                 -- null once erased
    acknowledged_at      timestamptz,
    outcome              text,
    sealed_answer        text,
    answered_at          timestamptz
);
create index complaint_recipient on complaint (recipient, received_at, id);
create index complaint_case on complaint (case_id) where case_id is not null;
create index complaint_open on complaint (answer_by) where answered_at is null;
create index complaint_without_recipient on complaint (received_at) where recipient is null;

-- What was changed in a return, and when: field names, no values.
create table return_change (
    case_id         uuid        not null references return_case on delete cascade,
    version         integer     not null,
    changed_at      timestamptz not null,
    institution     text        not null,
    fields          text        not null, -- JSON array of JSON pointers
    data_request_id uuid,                 -- because of which request for rectification
    primary key (case_id, version)
);

-- What a change of a return may refer to.
create view data_request_key as
select id, case_id, kind from data_request;
