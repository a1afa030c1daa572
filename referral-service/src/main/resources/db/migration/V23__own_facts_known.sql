-- Former releases read what this node had published to other nodes, and kept here how far. This release compares
-- the same topics with the relay's positions, which may be missing for what was published before there were any.
-- Without this it would take such facts for forgotten, and the upgrade for a restore.
insert into relay_position as known (topic, partition_no, next_offset)
select topic, partition_no, next_offset from intake_position where topic like 'puente.%.referrals.%'
on conflict (topic, partition_no) do update set next_offset = excluded.next_offset
where known.next_offset < excluded.next_offset;
