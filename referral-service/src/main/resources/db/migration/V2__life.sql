-- Reminders, waiting lists and the record of answering.
alter table referral
    add column waits_since    timestamptz,
    add column queue_position integer,
    add column queued_at      timestamptz,
    add column remind_at      timestamptz,
    add column reminded_at    timestamptz,
    add column answered       boolean not null default false;
create index referral_to_remind on referral (remind_at)
    where reminded_at is null and status in ('issued', 'acknowledged');
create index referral_waiting on referral (offer_id, waits_since) where waits;
create index referral_part_of on referral (part_of) where part_of is not null;
create index referral_answering on referral (answer_by) include (to_institution, answered);

-- A waiting list has changed as long as its version is not the one that was told.
alter table places
    add column queue_version bigint not null default 0,
    add column queue_told    bigint not null default 0;

-- Deadlines are counted in the recipient's working days.
alter table directory_node add column timezone text not null default 'UTC';

-- When this copy changed, so that what is kept in memory follows it.
alter table directory_offer add column changed_at timestamptz not null default now();
create index directory_offer_changed on directory_offer (changed_at);
alter table directory_capacity add column changed_at timestamptz not null default now();
create index directory_capacity_changed on directory_capacity (changed_at);

-- A family or the people of one transport are referred together.
alter table case_file
    add column household uuid,
    add column transport text,
    add column returned_on date;
create index case_file_household on case_file (household) where household is not null;
create index case_file_transport on case_file (transport, returned_on) where transport is not null;
