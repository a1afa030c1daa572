-- What lists of the directory are narrowed and searched by.

-- Text without capitals and accents, so that "orientacion" finds "Orientación".
create function fold(words text) returns text language sql immutable parallel safe
    return translate(lower(words),
                     'áàâäãéèêëíìîïóòôöõúùûüñçÁÀÂÄÃÉÈÊËÍÌÎÏÓÒÔÖÕÚÙÛÜÑÇ',
                     'aaaaaeeeeiiiiooooouuuuncaaaaaeeeeiiiiooooouuuunc');

alter table entry
    -- When the state came to be here. A copy may come long after its node wrote it, and who asks
    -- what has changed since must see it all the same.
    add column seen_at    timestamptz not null default clock_timestamp(),
    add column status     text generated always as (cast(state as jsonb) ->> 'status') stored,
    add column assured_on text generated always as (cast(state as jsonb) ->> 'assuredOn') stored,
    add column level      text generated always as (cast(state as jsonb) ->> 'level') stored,
    add column dimension  text generated always as (cast(state as jsonb) ->> 'dimension') stored,
    add column category   text generated always as (cast(state as jsonb) ->> 'category') stored,
    add column words      text generated always as (fold(
        coalesce(cast(state as jsonb) -> 'name' ->> 'es', cast(state as jsonb) ->> 'name', '')
        || ' ' || coalesce(cast(state as jsonb) -> 'name' ->> 'en', '')
        || ' ' || coalesce(cast(state as jsonb) ->> 'category', ''))) stored;

-- A withdrawal may be written down before its day.
alter table document
    add column status      text generated always as (cast(body as jsonb) ->> 'status') stored,
    add column withdraw_on text generated always as (cast(body as jsonb) ->> 'withdrawOn') stored;
create index document_withdraw_on on document (withdraw_on) where withdraw_on is not null;
