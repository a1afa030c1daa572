-- What this node knows of its own cases, from the facts of its reception.
create table case_file (
    case_id     uuid primary key,
    institution text        not null,
    version     integer     not null,
    state       text        not null, -- the newest return.registered or return.amended
    modified_at timestamptz not null
);

create table consent (
    consent_id   uuid primary key,
    case_id      uuid        not null,
    terms        text,                 -- the newest consent.recorded; null if only its end is known
    recorded_at  timestamptz,
    withdrawn_at timestamptz
);
create index consent_case on consent (case_id);

-- The directory of the whole region, from every node's facts.
create table directory_node (
    node       text primary key,
    jwks       text        not null,
    updated_at timestamptz not null
);

create table directory_offer (
    offer_id    text primary key,
    node        text        not null,
    institution text        not null,
    status      text        not null,
    state       text        not null, -- the newest offer.published
    updated_at  timestamptz not null
);

-- Places as their own node tells of them; for this node's offers the truth is in "places".
create table directory_capacity (
    offer_id   text primary key,
    available  integer     not null,
    maximum    integer     not null,
    waitlist   integer     not null,
    updated_at timestamptz not null
);

-- Places of this node's offers that have a limit.
create table places (
    offer_id text primary key,
    maximum  integer not null,
    unit     text    not null,
    taken    integer not null default 0,
    waitlist integer not null default 0
);

create table referral (
    referral_id      uuid primary key,
    case_id          uuid        not null,
    part_of          uuid,
    offer_id         text        not null,
    from_node        text        not null,
    from_institution text        not null,
    to_node          text        not null,
    to_institution   text        not null,
    priority         text        not null,
    answer_by        timestamptz not null,
    consent_id       uuid        not null,
    dossier_id       uuid        not null,
    status           text        not null, -- derived from said; kept for lists
    said             text        not null, -- the set of facts, as JSON
    issued_at        timestamptz not null,
    modified_at      timestamptz not null,
    final_at         timestamptz,
    holds_place      boolean     not null default false,
    waits            boolean     not null default false,
    version          bigint      not null
);
create index referral_incoming on referral (to_institution, modified_at, referral_id);
create index referral_outgoing on referral (from_institution, modified_at, referral_id);
create index referral_case on referral (case_id);
create index referral_consent on referral (consent_id);
create index referral_unanswered on referral (answer_by) where status in ('issued', 'acknowledged');

-- Facts of a referral that came before its referral.issued.
create table early_fact (
    id          uuid primary key,
    referral_id uuid        not null,
    source_node text        not null,
    type        text        not null,
    fact        text        not null,
    at          timestamptz not null default now()
);
create index early_fact_referral on early_fact (referral_id);

create table dossier (
    dossier_id  uuid primary key,
    referral_id uuid,
    case_id     uuid,
    from_node   text        not null,
    kid         text        not null,
    jwe         text,                 -- null once erased
    sealed_at   timestamptz not null,
    erased_at   timestamptz,
    erased_why  text
);
create index dossier_case on dossier (case_id, sealed_at) where case_id is not null;
create index dossier_referral on dossier (referral_id) where referral_id is not null;
