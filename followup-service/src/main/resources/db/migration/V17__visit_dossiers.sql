-- Whom to visit: sealed by the node's reception to its own node, and kept so. One of each case.
create table visit_dossier (
    case_id    uuid primary key,      -- may be known before its case is
    dossier_id uuid        not null,
    kid        text        not null,
    jwe        text        not null,
    sealed_at  timestamptz not null,
    came_at    timestamptz not null,
    until      date                   -- the last day of consent; 'infinity' for no end, null if none is known
);
create index visit_dossier_until on visit_dossier (until) where until < 'infinity';
create index visit_dossier_without_consent on visit_dossier (came_at) where until is null;
create index visit_dossier_kid on visit_dossier (kid, case_id);
-- What is sealed cannot be compressed.
alter table visit_dossier alter column jwe set storage external;
