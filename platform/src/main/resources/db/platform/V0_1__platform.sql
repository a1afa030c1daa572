-- What every service's database holds beside its own tables.

-- Facts that are committed and not yet acknowledged by the broker. The columns id, aggregatetype,
-- aggregateid, type and payload are those of Debezium's EventRouter, which may take over this table.
create table outbox (
    position      bigint generated always as identity primary key,
    id            uuid        not null unique,
    aggregatetype text        not null, -- the topic
    aggregateid   text        not null, -- the record key
    type          text        not null,
    source        text        not null,
    occurred_at   timestamptz not null,
    traceparent   text,
    payload       text        not null,
    written_at    timestamptz not null default clock_timestamp()
);

-- Facts whose effect is in this database.
create table inbox (
    consumer text        not null,
    id       uuid        not null,
    taken_at timestamptz not null default now(),
    primary key (consumer, id)
);

-- Records that this service could not take in, whole, with their cause; they wait for an operator.
create table dead_letter (
    id           uuid primary key,
    topic        text        not null,
    partition_no integer     not null,
    offset_no    bigint      not null,
    record_key   text,
    headers      text        not null,
    payload      bytea,
    cause        text        not null,
    detail       text        not null,
    at           timestamptz not null default now(),
    attempts     integer     not null default 0,
    replayed_at  timestamptz,
    unique (topic, partition_no, offset_no)
);

-- Answers already given under an Idempotency-Key.
create table idempotency_key (
    scope    text        not null, -- institution and endpoint
    key      text        not null,
    hash     text        not null,
    answer   text, -- status, location, etag and body
    at       timestamptz not null default now(),
    primary key (scope, key)
);
create index idempotency_key_at on idempotency_key (at);

-- Who read or changed what of whom, and why.
create table audit (
    position    bigint generated always as identity primary key,
    at          timestamptz not null,
    actor       text        not null,
    institution text        not null,
    action      text        not null,
    subject     text        not null,
    fields      text        not null,
    why         text        not null
);
create index audit_subject on audit (subject, position);
