-- How far the demo's clock is ahead of the machine's. No municipality's, so without a tenant; at most one row.
create table demo_clock (
  only_one      boolean primary key default true check (only_one),
  offset_millis bigint not null
);

-- What a case spends its time on: one row for each wait and each stretch of work, open ones without an end.
create table case_spans (
  id         uuid primary key,
  tenant_id  text not null,
  case_id    text not null references hiring_cases,
  -- what the span is about in the engine: a task, an execution of an element, a job
  source     text not null,
  element    text not null,
  kind       text not null check (kind in
               ('WORKED', 'WAITING_TO_BE_CLAIMED', 'WAITING_FOR_SYSTEM', 'WAITING_FOR_CANDIDATE', 'WAITING_BY_PLAN')),
  started_at timestamptz not null,
  ended_at   timestamptz
);
create index on case_spans (case_id);
create unique index on case_spans (source) where ended_at is null;
