-- Marks of what was sent of a person, by field, so that what was amended since is told from it (ADR 020).
alter table referral
    add column sent_marks text; -- as JSON; null if not known

-- How an institution answers is counted of this node's referrals alone.
drop index referral_answering;
create index referral_answering on referral (answer_by)
    include (from_node, to_institution, answered, status, final_at);
