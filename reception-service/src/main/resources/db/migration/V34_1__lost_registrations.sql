-- Days of returns that were registered after the backup was made from which this database was restored: from which
-- entries of manifests those people had been registered is in no fact. So of the manifests of these days that were sent
-- before the restore nobody's data is kept.
create table lost_registration (
    institution   text        not null,
    returned_on   date        not null,
    registered_at timestamptz not null, -- the last of them
    recalled_at   timestamptz not null,
    primary key (institution, returned_on)
);
create index lost_registration_recalled_at on lost_registration (recalled_at);
