-- What the directory of the own node says, as far as reception needs it.
create table directory_node (
    id       text primary key,
    timezone text        not null, -- IANA name
    since    timestamptz not null
);

create table directory_institution (
    id               text primary key,
    status           text        not null,
    reception_points text        not null, -- JSON array of ids
    updated_at       timestamptz not null
);

-- Which person a document is of. Holds no number: only its HMAC under the node's secret.
create table person_document (
    fingerprint text primary key,
    person_id   uuid not null,
    case_id     uuid not null -- the case that made it known
);
create index person_document_person on person_document (person_id);

create table return_case (
    case_id         uuid primary key,
    institution     text        not null,
    person_id       uuid        not null,
    returned_on     date        not null,
    reception_point text        not null,
    household_id    uuid,
    identity_print  text        not null, -- HMAC of normalised name, birth and sex
    dossier_id      uuid,                 -- the dossier that is in effect; null where consent doesn't reach
    version         integer     not null,
    registered_at   timestamptz not null,
    modified_at     timestamptz not null,
    content         text        not null  -- JSON: what intake recorded, personal data included
);
create index return_case_person on return_case (person_id, returned_on);
create index return_case_identity on return_case (identity_print, returned_on);
create index return_case_household on return_case (household_id) where household_id is not null;
create index return_case_modified on return_case (institution, modified_at, case_id);

create table consent (
    id           uuid primary key,
    case_id      uuid        not null references return_case,
    terms        text        not null, -- JSON: purposes, scope, givenBy, validUntil
    valid_until  date,                 -- as in the terms, for lists
    recorded_at  timestamptz not null,
    withdrawn_at timestamptz
);
create index consent_case on consent (case_id);
