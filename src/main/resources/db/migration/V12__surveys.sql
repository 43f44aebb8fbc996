-- Who was asked in a survey, and whether the link is used. Nothing here leads to an answer.
create table survey_invitations (
  id             uuid primary key,
  tenant_id      text not null,
  case_id        text not null references hiring_cases,
  application_id uuid not null references applications on delete cascade,
  kind           text not null check (kind in ('APPLICATION', 'REJECTION', 'ONBOARDING_30', 'ONBOARDING_90', 'EXIT')),
  created_at     timestamptz not null,
  answered       boolean not null default false,
  unique (application_id, kind)
);
create index on survey_invitations (created_at);

-- What was answered. Nothing here leads to a person: counts, and texts without time or order.
create table survey_turnout (
  tenant_id text not null,
  kind      text not null,
  -- first day of the quarter
  quarter   date not null,
  answers   int  not null,
  primary key (tenant_id, kind, quarter)
);

create table survey_scores (
  tenant_id text not null,
  kind      text not null,
  quarter   date not null,
  statement text not null,
  score     int  not null check (score between 1 and 5),
  answers   int  not null,
  primary key (tenant_id, kind, quarter, statement, score)
);

create table survey_texts (
  id        uuid primary key default gen_random_uuid(),
  tenant_id text not null,
  kind      text not null,
  quarter   date not null,
  body      text not null
);
create index on survey_texts (tenant_id, kind, quarter);
