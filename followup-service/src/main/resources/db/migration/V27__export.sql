-- Which follow-ups a case has, for the other features.
create view case_follow_up as
select id, case_id from follow_up;
