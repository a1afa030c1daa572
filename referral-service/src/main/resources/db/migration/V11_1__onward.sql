-- What goes onward of a person (ADR 020).
alter table referral
    add column fields     text, -- what its dossier was sealed with, at the issuer; null if not known
    add column case_owner text, -- the institution that the case is of, where another one issued it
    add column waiting    text; -- what a redirect waits for the owner's yes with, as JSON

-- What others referred of this node's cases before; its own node alone seals a case.
update referral r set case_owner = c.institution
from case_file c
where c.case_id = r.case_id and c.institution <> r.from_institution
  and exists (select 1 from sealed_dossier d
              where d.case_id = r.case_id and d.referral_id is null and d.from_node = r.from_node);

create index referral_case_owner on referral (case_owner, modified_at, referral_id)
    where case_owner is not null;
