-- The day on which a person said it, which a desk may write down later. A former release leaves it out.
alter table complaint add column received_on date;
