-- The clocks at the decision points of a case, and what its deadlines have led to. No candidate is named here.

create table point_clocks (
  case_id    text not null references hiring_cases,
  tenant_id  text not null,
  point      text not null check (point in ('NEED', 'ADVERT', 'INTERVIEW', 'OFFER', 'SIGNING')),
  -- 1, 2 …: the point begins anew for the next candidate
  round      int  not null,
  started_at timestamptz not null,
  reached_at timestamptz,
  -- the case took another way and will not come to the point
  stopped_at timestamptz,
  primary key (case_id, point, round)
);
-- at most one clock runs at each point of a case
create unique index on point_clocks (case_id, point) where reached_at is null and stopped_at is null;

create table reached_milestones (
  case_id    text not null references hiring_cases,
  tenant_id  text not null,
  milestone  text not null,
  reached_at timestamptz not null,
  primary key (case_id, milestone)
);

create table deadline_events (
  case_id           text not null references hiring_cases,
  tenant_id         text not null,
  point             text not null,
  round             int  not null,
  level             text not null check (level in ('REMINDED', 'DEPUTY', 'ESCALATED', 'BREACHED')),
  happened_at       timestamptz not null,
  -- user ids of the employees who got word
  told              text[] not null,
  working_days_late int not null,
  seq               bigint generated always as identity,
  primary key (case_id, point, round, level),
  foreign key (case_id, point, round) references point_clocks
);
