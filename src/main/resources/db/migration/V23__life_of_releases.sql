-- Why a municipality's new cases follow a release. What was said before is kept; the newest counts.
create table release_reasons (
    seq           bigint generated always as identity primary key,
    tenant_id     text not null,
    deployment_id text not null,
    reason        text not null,
    written_at    timestamptz not null,
    written_by    text not null
);

create index release_reasons_of_tenant on release_reasons (tenant_id, deployment_id, seq);

-- A release that is tried for a time, to find something out.
create table release_trials (
    id            bigint generated always as identity primary key,
    tenant_id     text not null,
    deployment_id text not null,
    purpose       text not null,
    last_day      date not null,
    begun_at      timestamptz not null,
    begun_by      text not null,
    concluded_at  timestamptz,
    concluded_by  text,
    conclusion    text,
    -- whether the release was kept; otherwise the municipality went back
    kept          boolean,
    check ((concluded_at is null) = (concluded_by is null)),
    check ((concluded_at is null) = (conclusion is null)),
    check ((concluded_at is null) = (kept is null))
);

create unique index one_open_trial on release_trials (deployment_id) where concluded_at is null;
create index release_trials_of_tenant on release_trials (tenant_id, deployment_id, id);
