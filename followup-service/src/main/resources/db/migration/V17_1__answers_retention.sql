-- The oldest answers are erased first.
create index answer_sheet_at on answer_sheet (at);
