-- The returns of a day, in the order in which they are listed.
create index return_case_day on return_case (institution, returned_on, modified_at, case_id);
