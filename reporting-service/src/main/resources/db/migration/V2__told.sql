-- Whoever watches the event log live is told at the commit, whichever instance has written.
create function tell_of_events() returns trigger language plpgsql as $$
begin
    perform pg_notify('event', '');
    return null;
end $$;
create trigger event_told after insert on event for each statement execute function tell_of_events();
