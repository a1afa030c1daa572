-- Dismissed by an operator; it stays here and counts no more.
alter table dead_letter add column discarded_at timestamptz;
create index dead_letter_waiting on dead_letter (cause, at, id)
    where replayed_at is null and discarded_at is null;

-- What operators did to dead letters: who, when, why, and the payload as it was and as they made it.
create table dead_letter_deed (
    position       bigint generated always as identity primary key,
    letter_id      uuid        not null references dead_letter (id),
    at             timestamptz not null,
    actor          text        not null,
    institution    text        not null,
    deed           text        not null, -- replayed, mended, discarded, refused
    why            text        not null,
    payload_before bytea,                -- null unless it was mended
    payload_after  bytea
);
create index dead_letter_deed_letter on dead_letter_deed (letter_id, position);
