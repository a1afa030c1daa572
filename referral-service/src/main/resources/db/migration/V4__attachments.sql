-- What this node's institutions attached to their referrals: what it is, never its bytes.
create table attachment (
    attachment_id uuid primary key,
    referral_id   uuid        not null,
    description   text,       -- null once the recipient has erased it
    attached_at   timestamptz not null,
    erased_at     timestamptz
);
create index attachment_referral on attachment (referral_id, attached_at, attachment_id);

-- Parts of attachments as they came: sealed, and kept so. Part 0 says what the attachment is.
create table attachment_part (
    referral_id   uuid        not null,
    from_node     text        not null,
    attachment_id uuid        not null,
    part          integer     not null,
    parts         integer     not null, -- how many there are beside part 0
    jwe           text        not null,
    came_at       timestamptz not null default now(),
    primary key (referral_id, from_node, attachment_id, part)
);
-- What is sealed cannot be compressed.
alter table attachment_part alter column jwe set storage external;
