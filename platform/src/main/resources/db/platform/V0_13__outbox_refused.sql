-- Why the broker will never take a fact, such as its size; null for all others. It holds up nothing
-- and leaves when somebody has removed the cause and sets this to null.
alter table outbox add column refused text;
