-- Text as it is searched: small letters without accents, whether these stand in one character or in
-- two, without what takes no room, with plain spaces and one kind of apostrophe. As PlainText.folded.
alter table entry drop column words;

create or replace function fold(words text) returns text language sql immutable parallel safe
    return regexp_replace(
        regexp_replace(
            lower(normalize(
                translate(words, U&'\2018\2019\201B\02BB\02BC\00B4`\2032\FF07', repeat('''', 9)),
                NFKD)),
            '[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f'
            || '\u00ad\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e'
            || '\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0]',
            '', 'g'),
        '[\s\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+', ' ', 'g');

alter table entry
    add column words text generated always as (fold(
        coalesce(cast(state as jsonb) -> 'name' ->> 'es', cast(state as jsonb) ->> 'name', '')
        || ' ' || coalesce(cast(state as jsonb) -> 'name' ->> 'en', '')
        || ' ' || coalesce(cast(state as jsonb) ->> 'category', ''))) stored;
