-- Returns that reception has erased: of these no answers are kept, and nobody is visited any more.
create table erased_return (
    case_id     uuid        not null,  -- may be known before its case is
    institution text        not null,  -- who says so; counts where the case is of it
    erased_at   timestamptz not null,
    primary key (case_id, institution)
);
alter table case_file add column erased_at timestamptz;
