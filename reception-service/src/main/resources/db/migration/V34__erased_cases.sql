-- Marks of the ids of erased returns: who was erased is not registered again by a client that sends its day twice.
create table erased_case (mark text primary key);
