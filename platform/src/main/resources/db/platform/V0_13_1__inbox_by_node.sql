-- A fact is known by its id and the node that says it: nobody uses up another's id. Rows of releases
-- that did not keep the node have '' there and stand for every node.
alter table inbox add column node text not null default '';
alter table inbox drop constraint inbox_pkey, add primary key (consumer, id, node);

-- A former release that runs beside this one has no node to give, and must see what this one took.
create function inbox_of_a_former_release() returns trigger language plpgsql as $$
begin
    if exists (select from inbox where consumer = new.consumer and id = new.id) then
        return null;
    end if;
    return new;
end $$;
create trigger inbox_of_a_former_release before insert on inbox
    for each row when (new.node = '') execute function inbox_of_a_former_release();
