-- Pairs of cases that wait for a decision of the institution of the first: they may be of one person, or they are of one
-- and of almost the same day, as where two desks without network have registered one return.
create table possible_match (
    case_id       uuid    not null references return_case on delete cascade,
    other_case_id uuid    not null references return_case on delete cascade,
    institution   text    not null, -- of case_id
    asked         boolean not null, -- only another institution says that they are the same, and asks for agreement
    primary key (case_id, other_case_id)
);
create index possible_match_other on possible_match (other_case_id);
