-- Who said it, where that is another node: no node fills the table of a case.
alter table case_fact add column source text not null default '';
