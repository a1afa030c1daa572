-- The certificates that people leave with. A certificate ends with its return: erasing one erases the other,
-- and its code is then unknown.
create table certificate (
    code               text primary key,
    case_id            uuid        not null references return_case on delete cascade,
    issued_at          timestamptz not null,
    returned_on        date        not null,
    valid_until        date        not null, -- the last day, where the node is
    expires_at         timestamptz not null, -- the end of that day
    initials           text        not null,
    content            text        not null, -- JSON: what is printed, personal data included
    statement          text        not null, -- the JWS that the QR code holds
    sealed_status_code text,                 -- for a day: the status code that is printed
    superseded_at      timestamptz,
    revoked_at         timestamptz,
    revocation_reason  text
);
create index certificate_case on certificate (case_id, issued_at);
create index certificate_status_code on certificate (issued_at) where sealed_status_code is not null;

-- What a certificate says in words. Null until the registry publishes the entry again.
alter table directory_node add column country text;
alter table directory_institution add column point_names text; -- JSON: name by id
