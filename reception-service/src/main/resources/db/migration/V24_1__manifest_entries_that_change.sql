-- Which version of the announcement last changed what is known of a person: a desk sends it back. Null in rows of the
-- release before.
alter table manifest_entry add column changed_in integer;

-- What retention looks for: people of whom something is still known.
create index manifest_entry_known on manifest_entry (from_node, arrival_id) where content is not null;

-- When the announcer cancelled an arrival whose people had begun to come: it stands.
alter table expected_arrival add column cancellation_ignored_at timestamptz;

-- The number of the flight or bus, so that one that is announced twice is found. Null in rows of the release before.
alter table expected_arrival add column reference text;
create index expected_arrival_reference on expected_arrival (institution, reception_point, reference, expected_at);
