create table effect (
    id      bigint generated always as identity primary key,
    subject text not null
);

create table recalled (
    subject text not null
);
