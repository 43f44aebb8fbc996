-- What a municipality's new cases follow, from one deployment to the next. The files lie with the engine.
create table releases (
    deployment_id text primary key,
    tenant_id     text not null,
    number        bigint generated always as identity,
    deployed_at   timestamptz not null,
    -- null when the application did it at start-up
    deployed_by   text
);

create index releases_of_tenant on releases (tenant_id, number);

create table release_files (
    deployment_id text not null references releases on delete cascade,
    name          text not null,
    -- the municipality's own: stays when a new version of the application brings other files
    own           boolean not null,
    -- sent in this deployment
    changed       boolean not null,
    primary key (deployment_id, name)
);
