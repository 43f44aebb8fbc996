-- A candidate who is in question again gets another final answer: what was said before no longer counts.
alter table messages add column taken_back_at timestamptz;
alter table told_in_person add column taken_back_at timestamptz;

-- The nightly look for candidates without an answer: once a night and municipality.
create table answer_audits (
  tenant_id  text not null,
  night      date not null,
  audited_at timestamptz not null,
  missing    int not null default 0,
  primary key (tenant_id, night)
);
