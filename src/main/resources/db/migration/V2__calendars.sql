-- Days a municipality is closed besides weekends and public holidays, which are computed.
create table closed_days (
  tenant_id text not null,
  day       date not null,
  reason    text not null,
  primary key (tenant_id, day)
);

create table calendar_rules (
  tenant_id   text primary key,
  -- deadlines rest the whole month
  july_closed boolean not null
);

-- Which version of the table of deadlines a case follows: the one that was newest when it first asked.
create table deadline_pins (
  case_id     text primary key references hiring_cases,
  tenant_id   text not null,
  decision_id text not null,
  pinned_at   timestamptz not null
);
