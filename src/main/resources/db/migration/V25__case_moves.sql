-- Cases that went on in another version of the processes than the one they began in, one row each time.
create table case_moves (
    id           bigint generated always as identity primary key,
    case_id      text not null references hiring_cases,
    from_version text not null,
    from_number  int not null,
    to_version   text not null,
    to_number    int not null,
    moved_at     timestamptz not null,
    moved_by     text not null,
    reason       text not null,
    -- what the one who moved it was shown
    plan         jsonb not null
);

create index on case_moves (case_id);
