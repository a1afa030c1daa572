-- What matching stores of a case ends with the case, whoever erases it. A former release stores the person for matching
-- before the case itself: so the constraint is looked at when the transaction ends.
lock table person_match, person_decision in share row exclusive mode;
delete from person_match stored where not exists (select 1 from return_case r where r.case_id = stored.case_id);
alter table person_match add constraint person_match_case
    foreign key (case_id) references return_case on delete cascade deferrable initially deferred;

delete from person_decision said
where not exists (select 1 from return_case r where r.case_id = said.case_id)
   or not exists (select 1 from return_case r where r.case_id = said.other_case_id);
alter table person_decision
    add constraint person_decision_case foreign key (case_id) references return_case on delete cascade,
    add constraint person_decision_other_case foreign key (other_case_id) references return_case on delete cascade,
    -- Documents have shown since that one of the cases is another person's: all who received that person decide, too.
    add column moved boolean not null default false;

-- People whose joins are to be looked at again, since a decision, a case or its person has changed. Triggers write it,
-- so that no way of changing them can leave it out; a row more than needed does no harm.
create table person_link_due (
    id        bigint generated always as identity primary key,
    person_id uuid        not null, -- as published before the change
    due_at    timestamptz not null default now()
);
create index person_link_due_at on person_link_due (due_at);

create function decision_changed() returns trigger language plpgsql as $$
begin
    insert into person_link_due (person_id)
    select distinct coalesce(linked_person_id, person_id) from return_case
    where case_id in (coalesce(new.case_id, old.case_id), coalesce(new.other_case_id, old.other_case_id));
    return null;
end $$;
create trigger person_decision_changed
    after insert or delete or update of decision, moved on person_decision
    for each row execute function decision_changed();

create function person_changed() returns trigger language plpgsql as $$
begin
    insert into person_link_due (person_id)
    values (coalesce(old.linked_person_id, old.person_id)), (coalesce(new.linked_person_id, new.person_id));
    update person_decision set moved = true where case_id = new.case_id;
    update person_decision set moved = true where other_case_id = new.case_id;
    return null;
end $$;
create trigger return_case_person_changed
    after update of person_id on return_case
    for each row when (old.person_id <> new.person_id) execute function person_changed();

-- What was decided about a person stays while the person has another case: of the institution that decided, or, of whom
-- it decided, of any.
create function decisions_leave() returns trigger language plpgsql as $$
begin
    update person_decision said set case_id = heir.case_id
    from (select case_id from return_case
          where person_id = old.person_id and institution = old.institution and case_id <> old.case_id
          order by case_id limit 1) heir
    where said.case_id = old.case_id and said.other_case_id <> heir.case_id
      and not exists (select 1 from person_decision
                      where case_id = heir.case_id and other_case_id = said.other_case_id);
    update person_decision said set other_case_id = heir.case_id
    from (select case_id from return_case
          where person_id = old.person_id and case_id <> old.case_id
          order by institution <> old.institution, case_id
          limit 1) heir
    where said.other_case_id = old.case_id and said.case_id <> heir.case_id
      and not exists (select 1 from person_decision
                      where case_id = said.case_id and other_case_id = heir.case_id);
    return old;
end $$;
create trigger return_case_decisions before delete on return_case for each row execute function decisions_leave();

-- An institution whose last case of a person is gone need not agree to a join any more.
create function case_erased() returns trigger language plpgsql as $$
begin
    insert into person_link_due (person_id)
    select coalesce(old.linked_person_id, old.person_id)
    where old.linked_person_id is not null
       or exists (select 1 from return_case where linked_person_id = old.person_id)
       or exists (select 1 from return_case r where r.person_id = old.person_id
                  and (exists (select 1 from person_decision where case_id = r.case_id)
                       or exists (select 1 from person_decision where other_case_id = r.case_id)));
    return null;
end $$;
create trigger return_case_erased after delete on return_case for each row execute function case_erased();

-- Joins of before are looked at once: one institution may have made them alone.
insert into person_link_due (person_id)
select distinct coalesce(linked_person_id, person_id) from return_case
where case_id in (select case_id from person_decision where decision = 'same');

-- A former release changes the content and does not know that it is stored for matching: whoever stores it there counts
-- so, and where nobody did it is due.
alter table return_case add column match_revision integer not null default 0;
create function content_changed() returns trigger language plpgsql as $$
begin
    new.match_due := true;
    return new;
end $$;
create trigger return_case_content_changed
    before update of content on return_case
    for each row when (old.content <> new.content and old.match_revision = new.match_revision)
    execute function content_changed();
