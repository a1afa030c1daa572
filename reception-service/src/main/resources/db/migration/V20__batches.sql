-- The keys that clients gave to the rows of their batches: a row that is sent again is registered once.
create table registration_key (
    institution text        not null,
    key         text        not null,
    hash        text        not null,        -- HMAC of what the row held, under the node's secret
    case_id     uuid        not null unique, -- also of a case that was erased: its row is not registered again
    consent_id  uuid        not null,
    code        text,                        -- the status code, sealed; null after a day
    at          timestamptz not null default now(),
    primary key (institution, key)
);
create index registration_key_at on registration_key (at);
create index registration_key_code on registration_key (at) where code is not null;
