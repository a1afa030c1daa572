-- What the features that own these tables let the others read.
create view case_key as
select case_id, returned_on, status_mark, born_from, born_to from return_case;

create view case_content as
select case_id, content from return_case;

create view consent_standing as
select case_id, withdrawn_at, valid_until from consent;

create view own_calendar as
select timezone from directory_node where own;

-- What this node's own services said of its cases.
create view own_case_fact as
select case_id, taken_at from case_fact where source = '';
