-- Advice from the rules for processes about the release that new cases of a municipality follow now.
create table deployment_warnings (
  id            bigint generated always as identity primary key,
  tenant_id     text not null,
  deployment_id text not null,
  found_at      timestamptz not null,
  rule          text not null,
  file          text not null,
  element_id    text,
  line          int  not null,
  col           int  not null,
  what          text not null,
  why           text not null,
  mend          text not null
);
create index on deployment_warnings (tenant_id);
