-- A document that somebody else brings too, whose name, birth or sex is another: the first who
-- brought it stays in person_document, and nobody is taken for them by the number alone.
create table person_document_other (
    fingerprint text not null,
    person_id   uuid not null,
    case_id     uuid not null, -- the case that made it known
    primary key (fingerprint, person_id)
);
create index person_document_other_person on person_document_other (person_id);
