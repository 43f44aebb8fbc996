-- What we have sent to Posten signering. Who signs is known by their place in the order, so that nothing here is personal.
create table posten_jobs (
  reference        text primary key,
  tenant_id        text not null,
  job_id           bigint not null unique,
  cancellation_url text not null,
  parties          text not null,
  started_at       timestamptz not null,
  pades_url        text,
  completed_at     timestamptz,
  fetched_at       timestamptz,
  ended_at         timestamptz
);
create index on posten_jobs (tenant_id) where ended_at is null;
