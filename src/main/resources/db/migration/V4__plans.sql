-- The plan of a case, who is away, and mail to employees about their own work.

create table staff_messages (
  id               uuid primary key,
  dedupe_key       text not null unique,
  tenant_id        text not null,
  case_id          text not null references hiring_cases,
  -- employees are users of the engine; their mail address is looked up when the mail leaves
  user_id          text not null,
  template         text not null,
  subject          text not null,
  body_text        text not null,
  calendar_method  text,
  calendar_content text,
  created_at       timestamptz not null,
  sent_at          timestamptz,
  failed_at        timestamptz
);
create index on staff_messages (case_id);

-- Who has which role in a case, and who steps in. Employees are users of the engine.
create table plan_roles (
  case_id   text not null references hiring_cases,
  tenant_id text not null,
  group_id  text not null,
  holder    text not null,
  deputy    text,
  primary key (case_id, group_id),
  check (holder <> deputy)
);

create table planned_dates (
  case_id   text not null references hiring_cases,
  tenant_id text not null,
  milestone text not null,
  day       date not null,
  primary key (case_id, milestone)
);

create table meetings (
  id           uuid primary key,
  tenant_id    text not null,
  case_id      text not null references hiring_cases,
  title        text not null,
  starts_at    timestamptz not null,
  ends_at      timestamptz not null,
  place        text not null,
  -- counts up with every change, so that calendars know which is newest (RFC 5545 SEQUENCE)
  sequence     int not null default 0,
  cancelled_at timestamptz,
  check (starts_at < ends_at)
);
create index on meetings (case_id);

-- Who has the meeting in the calendar. Without a row the employee was never invited, or has been told that it is off.
create table meeting_invitations (
  meeting_id uuid not null references meetings,
  tenant_id  text not null,
  user_id    text not null,
  primary key (meeting_id, user_id)
);

-- How the case was expected to go, each time that changed.
create table forecasts (
  id                  bigint generated always as identity primary key,
  tenant_id           text not null,
  case_id             text not null references hiring_cases,
  made_at             timestamptz not null,
  first_day           date not null,
  probation_completed date not null
);
create index on forecasts (case_id);

create table absences (
  id            uuid primary key,
  tenant_id     text not null,
  user_id       text not null,
  -- null: the deputy of each case's plan
  stand_in      text,
  first_day     date not null,
  last_day      date not null,
  registered_by text not null,
  registered_at timestamptz not null,
  -- when the open tasks were moved
  started_at    timestamptz,
  ended_at      timestamptz,
  check (first_day <= last_day),
  check (user_id <> stand_in)
);
create index on absences (tenant_id, user_id);
