-- When an institution would see it anew; whoever writes need not think of it.
alter table follow_up add column modified_at timestamptz not null default now();

create function follow_up_modified() returns trigger language plpgsql as $$
begin
    new.modified_at = now();
    return new;
end $$;

create trigger follow_up_modified before update on follow_up
    for each row when (old.* is distinct from new.*) execute function follow_up_modified();
