-- What the features that own these tables let figures and pages read; what is known of each, as JSON,
-- is theirs alone.
create view return_standing as
select case_id, node, person_id, institution, returned_on, reception_point, nationality,
       returned_from, will, assistance, legal_basis, age_group, sex
from returned;

create view referral_standing as
select referral_id, case_id, from_node, from_institution, to_node, to_institution, offer_id,
       priority, dimension, category, issued_at, issued_on, answer_by, status, status_at,
       appointment_at, answered_at, delivered_on, outcome, service_level, service_dimension,
       service_category
from referral;
