-- A dossier belongs to its id, to the node that sealed it and to its referral (ADR 020).
alter table dossier rename to sealed_dossier;
alter table sealed_dossier add column belongs_to uuid; -- its referral, or its case

-- What was erased before it came didn't say whose it was.
update sealed_dossier d set referral_id = r.referral_id
from referral r
where d.referral_id is null and d.case_id is null
  and r.dossier_id = d.dossier_id and r.from_node = d.from_node;
update sealed_dossier set belongs_to = coalesce(referral_id, case_id, dossier_id);

alter table sealed_dossier
    alter column belongs_to set not null,
    drop constraint dossier_pkey,
    add primary key (dossier_id, from_node, belongs_to);

-- Instances of the former release that are still at work write here, until the next release drops it:
-- what they take in or erase is taken in or erased there. What they look for is "still on its way".
create table dossier (
    dossier_id  uuid primary key,
    referral_id uuid,
    case_id     uuid,
    from_node   text        not null,
    kid         text        not null,
    jwe         text,
    sealed_at   timestamptz not null,
    erased_at   timestamptz,
    erased_why  text,
    came_at     timestamptz not null default now()
);

create function dossier_of_former_release() returns trigger language plpgsql as $$
begin
    if new.erased_at is not null then
        insert into sealed_dossier
            (dossier_id, from_node, belongs_to, referral_id, kid, sealed_at, erased_at, erased_why)
        select new.dossier_id, new.from_node, coalesce(r.referral_id, new.dossier_id), r.referral_id,
               '', new.sealed_at, new.erased_at, new.erased_why
        from (select 1) one left join referral r
             on r.dossier_id = new.dossier_id and r.from_node = new.from_node
        on conflict do nothing;
        update sealed_dossier
        set jwe = null, erased_at = new.erased_at, erased_why = new.erased_why
        where dossier_id = new.dossier_id and from_node = new.from_node and erased_at is null;
    else
        insert into sealed_dossier
            (dossier_id, from_node, belongs_to, referral_id, case_id, kid, jwe, sealed_at)
        values (new.dossier_id, new.from_node, coalesce(new.referral_id, new.case_id),
                new.referral_id, new.case_id, new.kid, new.jwe, new.sealed_at)
        on conflict (dossier_id, from_node, belongs_to) do update
        set kid = excluded.kid, jwe = excluded.jwe, sealed_at = excluded.sealed_at
        where sealed_dossier.sealed_at <= excluded.sealed_at and sealed_dossier.erased_at is null;
    end if;
    return null;
end $$;

create trigger dossier_of_former_release before insert on dossier
    for each row execute function dossier_of_former_release();

-- The ids of what follows a redirect are derived, so that it is followed once, also after a restore;
-- this key keeps others from deriving them, too.
create table redirect_key (key uuid not null default gen_random_uuid());
insert into redirect_key default values;
