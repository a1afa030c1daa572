create table effect (
    id      bigint generated always as identity primary key,
    subject text not null
);
