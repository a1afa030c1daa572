-- What the features that own these tables let the others read.
create view referral_standing as
select referral_id, wire_id, case_id, part_of, offer_id, from_node, from_institution, to_node,
       to_institution, answer_by, dossier_id, status, answered, final_at, holds_place, waits,
       queue_position, sent_marks
from referral;

create view offer_standing as
select id, node, institution, status, state::jsonb ->> 'category' as category from directory_offer;

create view dossier_standing as
select dossier_id, from_node, belongs_to, erased_at from sealed_dossier;

create view change_standing as
select position, referral_id, institution, box, type, status, at, event from box_change;
