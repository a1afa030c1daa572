-- Facts that came before their referral, by who said them and to whom: what another node says under
-- the same ids stands in nobody's way. No node fills the table, and what waits for nothing goes.
alter table early_fact
    add column to_node text, -- null in what was kept before: then it is either end
    add column came_at timestamptz not null default now();
alter table early_fact drop constraint early_fact_pkey;
alter table early_fact add primary key (id, source_node);
create index early_fact_source on early_fact (source_node);
create index early_fact_came on early_fact (came_at);

-- A referral is known by its id and its issuer's node together. Where another issuer has used the id
-- already, it is kept here under another: then this is the one that its ends know it by.
alter table referral add column wire_id uuid;
create index referral_wire on referral (wire_id) where wire_id is not null;

-- Entries of the directory, by the node that publishes them. The key is the offer's id, and is
-- followed by the node ("mex-inm-norte@mex-inm") only where another node's entry has that id: so the
-- release before this one, which may run beside it, finds what it knows.
alter table directory_offer
    add column id text generated always as (split_part(offer_id, '@', 1)) stored;
create index directory_offer_id on directory_offer (id);
alter table directory_capacity
    add column id text generated always as (split_part(offer_id, '@', 1)) stored,
    add column node text; -- null in what was kept before
update directory_capacity c set node = o.node from directory_offer o where o.offer_id = c.offer_id;
