-- What changed in the institutions' boxes, written in the transaction of the change. Moved to
-- box_change, and so given its place in the log, once it is committed.
create table box_news (
    id          bigint generated always as identity primary key,
    referral_id uuid        not null,
    institution text        not null,
    box         text        not null, -- incoming or outgoing
    type        text        not null, -- the ce_type of the fact
    status      text        not null, -- of the referral, with this fact
    at          timestamptz not null, -- when it happened
    event       text        not null  -- the fact as a CloudEvent
);

-- The log of all boxes. Whoever moves rows here has the turn (an advisory lock) until it has
-- committed: so a position that can be read is higher than none that is still to come.
create table box_change (
    position    bigint generated always as identity primary key,
    referral_id uuid        not null,
    institution text        not null,
    box         text        not null,
    type        text        not null,
    status      text        not null,
    at          timestamptz not null,
    event       text        not null
);
create index box_change_institution on box_change (institution, position);

-- Where institutions want to be told of changes in their boxes. Every update holds the row.
create table webhook (
    id            uuid primary key,
    institution   text        not null,
    url           text        not null,
    boxes         text        not null, -- words with commas; none for all
    statuses      text        not null, -- words with commas; none for all
    secret        text        not null, -- sealed to the node's own key
    former_secret text,                 -- sealed; signs as well until former_until
    former_until  timestamptz,
    created_at    timestamptz not null,
    seen          bigint      not null, -- position in the log up to which deliveries were made
    leased_until  timestamptz,          -- an instance is delivering
    delivered_at  timestamptz,          -- the last success
    disabled_at   timestamptz,
    disabled_why  text,
    revision      bigint      not null  -- counts what its institution can see
);
create index webhook_institution on webhook (institution, created_at, id);

create table webhook_delivery (
    id          uuid primary key, -- the webhook-id
    webhook_id  uuid        not null references webhook on delete cascade,
    position    bigint      not null, -- of the change in the log
    referral_id uuid        not null,
    box         text        not null,
    type        text        not null,
    at          timestamptz not null,
    state       text        not null default 'pending', -- pending, delivered or failed
    attempts    integer     not null default 0,
    created_at  timestamptz not null,
    due_at      timestamptz not null,
    first_at    timestamptz, -- the first attempt
    last_at     timestamptz, -- the last attempt
    last_status integer,     -- the HTTP status that was answered
    last_error  text,        -- a word, where nothing was answered
    unique (webhook_id, position)
);
create index webhook_delivery_due on webhook_delivery (webhook_id, due_at)
    where state = 'pending';
create index webhook_delivery_list on webhook_delivery (webhook_id, created_at, id);
create index webhook_delivery_over on webhook_delivery (last_at) where state <> 'pending';
