-- Which adapter a municipality uses for what. Every choice is kept; the newest holds.
create table capability_settings (
  id         bigint generated always as identity primary key,
  tenant_id  text not null,
  capability text not null,
  adapter    text not null,
  changed_at timestamptz not null,
  changed_by text not null
);
create index on capability_settings (tenant_id, capability);

-- How long people took to do by hand what a system could have done.
create table manual_work (
  key        text primary key,
  tenant_id  text not null,
  capability text not null,
  case_id    text not null references hiring_cases,
  began_at   timestamptz not null,
  done_at    timestamptz
);
create index on manual_work (tenant_id, capability);
