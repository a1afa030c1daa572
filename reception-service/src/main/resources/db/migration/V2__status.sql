-- The directory of every node, with what a person is told of a service.
alter table directory_node add column own boolean not null default true;
alter table directory_node alter column own drop default;

drop table directory_institution;
create table directory_institution (
    node             text        not null,
    id               text        not null,
    own              boolean     not null,
    name             text        not null,
    status           text        not null,
    reception_points text        not null, -- JSON array of ids
    updated_at       timestamptz not null,
    primary key (node, id)
);

create table directory_offer (
    node        text        not null,
    id          text        not null,
    institution text        not null,
    name        text        not null, -- JSON: es, en
    category    text        not null,
    restricted  boolean     not null,
    phone       text,
    updated_at  timestamptz not null,
    primary key (node, id)
);

-- By which a person asks: the HMAC of the code under the node's secret, and the years of birth that
-- fit (one, or three where only an age is known).
alter table return_case add column status_mark text unique;
alter table return_case add column born_from integer;
alter table return_case add column born_to integer;
update return_case set
    born_from = coalesce(
        cast(substr(cast(content as json) -> 'person' ->> 'birthDate', 1, 4) as integer),
        cast(extract(year from returned_on) as integer)
            - cast(cast(content as json) -> 'person' ->> 'ageYears' as integer) - 1),
    born_to = coalesce(
        cast(substr(cast(content as json) -> 'person' ->> 'birthDate', 1, 4) as integer),
        cast(extract(year from returned_on) as integer)
            - cast(cast(content as json) -> 'person' ->> 'ageYears' as integer) + 1);
alter table return_case alter column born_from set not null;
alter table return_case alter column born_to set not null;

-- What others said of this node's cases, as far as a person's status follows from it.
create table case_fact (
    id      uuid primary key, -- the fact's
    case_id uuid not null references return_case,
    heard   text not null     -- JSON
);
create index case_fact_case on case_fact (case_id);

-- What was passed over until now is wanted. Taking the directory in again changes nothing in it.
delete from inbox;
