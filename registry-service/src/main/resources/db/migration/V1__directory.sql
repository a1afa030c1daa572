-- The whole region's directory as it is published: one row for each node, institution, offer and
-- capacity, this node's own beside the copies of the others'.
create table entry (
    key         uuid primary key, -- derived from node and subject
    node        text        not null,
    subject     text        not null, -- e.g. offer/mex-salud
    updated_at  timestamptz not null,
    state       text        not null, -- the fact that published it
    kind        text        generated always as (split_part(subject, '/', 1)) stored,
    institution text        generated always as (cast(state as jsonb) ->> 'institution') stored,
    restricted  boolean     generated always as
                            (coalesce(cast(cast(state as jsonb) ->> 'restricted' as boolean), false)) stored,
    unique (node, subject)
);
create index entry_kind on entry (kind, subject);
create index entry_institution on entry (institution);

-- What this node's editors wrote; what is published follows from it and from the policy.
create table document (
    subject      text primary key,
    institution  text        not null,
    revision     bigint      not null,
    body         text        not null,
    published_at timestamptz not null -- updatedAt of the state last published
);
create index document_institution on document (institution);

-- What is done once in the life of a database.
create table done_once (
    what text primary key,
    at   timestamptz not null default now()
);
