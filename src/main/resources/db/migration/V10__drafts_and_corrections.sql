-- Applications that are not sent yet. A draft's id becomes the application's; its files lie in documents under that id.
create table drafts (
  id           uuid primary key,
  tenant_id    text not null,
  case_id      text not null references hiring_cases,
  -- the last name and address that could be used; the form holds what was typed
  name         text not null,
  email        text not null,
  form         jsonb not null,
  created_at   timestamptz not null,
  changed_at   timestamptz not null,
  -- the deadline of which the applicant was reminded
  reminded_for date
);
create index on drafts (case_id);

-- When the applicant last corrected the application itself. Name and address are no part of that.
alter table applications add column corrected_at timestamptz;
