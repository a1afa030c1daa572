-- By which a service knows that its database was restored from a backup: how far it has come with the
-- broker, written in the transactions of the effects. Where the broker knows of more, it was restored.
create table intake_position (
    topic        text    not null,
    partition_no integer not null,
    next_offset  bigint  not null, -- of the first record whose effect is not here
    primary key (topic, partition_no)
);
create table relay_position (
    topic        text    not null,
    partition_no integer not null,
    next_offset  bigint  not null, -- all own facts before it are known here
    primary key (topic, partition_no)
);

-- One row: the history that this database tells. Cursors carry its token, which a restore changes.
create table epoch (
    token        text        not null,
    began_at     timestamptz not null default now(),
    bare_cursors boolean     not null default true,  -- those of releases that knew no token still hold
    followed     boolean     not null default false, -- whether the positions say all
    catching_up  boolean     not null default false
);
insert into epoch (token) values (substr(md5(cast(gen_random_uuid() as text)), 1, 8));

-- To be called after a restore: what was said and heard since the backup is then taken in again.
create function puente_restored() returns text language sql as $$
    update epoch
    set token = substr(md5(cast(gen_random_uuid() as text)), 1, 8), began_at = now(),
        bare_cursors = false, followed = true, catching_up = true
    returning token
$$;

-- The same where the backup is of a release that kept no positions, or is lost altogether: everything
-- that the topics hold is gone through.
create function puente_restored_from_the_beginning() returns text language sql as $$
    delete from intake_position;
    delete from relay_position;
    select puente_restored();
$$;
