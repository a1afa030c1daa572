-- By which people are told who gets their data. Null or absent until the registry publishes the entry again.
alter table directory_node add column name text;

create table directory_institution (
    node       text        not null,
    id         text        not null,
    name       text        not null,
    updated_at timestamptz not null,
    primary key (node, id)
);
