-- What a municipality's own files stand in place of: the application's files, some replaced by those of the region.
create table base_files (
    tenant_id text not null,
    name      text not null,
    text      text not null,
    since     timestamptz not null,
    primary key (tenant_id, name)
);

-- The base that a municipality's own file was made from, or last merged or compared with. None is kept when nobody knows.
create table own_file_bases (
    tenant_id text not null,
    name      text not null,
    text      text not null,
    since     timestamptz not null,
    primary key (tenant_id, name)
);

-- In place of the application's file in every municipality. The newest row of a name counts.
create table region_files (
    id     bigint generated always as identity primary key,
    name   text not null,
    -- null when the application's file counts again
    text   text,
    since  timestamptz not null,
    set_by text not null,
    why    text not null
);

create index region_files_by_name on region_files (name, id desc);
