-- By which registrations that may be of one person are found: keyed hashes, and what is compared, sealed (ADR 042).
create table person_match (
    case_id uuid     primary key,
    key     text     not null, -- names the secret of both
    tags    bigint[] not null,
    sealed  bytea    not null
);
-- Without the list of pending entries, which every search would have to read through.
create index person_match_tags on person_match using gin (tags) with (fastupdate = off);
create index person_match_key on person_match (key, case_id);

-- Cases of before there was matching are looked at once each. Until the former release is gone its new ones are, too:
-- hence the default.
alter table return_case add column match_due boolean not null default true;
create index return_case_match_due on return_case (case_id) where match_due;

-- Under which pseudonym the person is published because desks have said that several are one; null where none has.
alter table return_case add column linked_person_id uuid;
create index return_case_linked on return_case (linked_person_id) where linked_person_id is not null;

-- What a desk has decided: the institution of case_id about the person of other_case_id. Two cases are linked where
-- both rows say so.
create table person_decision (
    case_id       uuid        not null,
    other_case_id uuid        not null,
    decision      text        not null,
    decided_at    timestamptz not null,
    primary key (case_id, other_case_id)
);
create index person_decision_other on person_decision (other_case_id);

create view case_person as
select case_id, coalesce(linked_person_id, person_id) as person_id, person_id as recognised_person_id, institution
from return_case;
