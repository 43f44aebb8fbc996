-- Our own tables. The engine's tables (ACT_*) belong to the engine.
-- People live here and can be deleted; the engine holds ids, flags and dates only.

create table case_number_series (
  tenant_id text not null,
  year      int  not null,
  last      int  not null,
  primary key (tenant_id, year)
);

-- id is '<tenant>-<case number>', e.g. 'eksempelvik-2026-0001'
create table hiring_cases (
  id                  text primary key,
  tenant_id           text not null,
  case_number         text not null,
  process_instance_id text,
  title               text not null,
  occupational_group  text not null,
  workplace           text not null,
  reported_by         text not null,
  reported_at         timestamptz not null,
  state               text not null check (state in ('OPEN', 'CLOSED', 'CANCELLED')),
  outcome             text,
  cancel_reason       text,
  -- the visit to «Gi alle endelig svar» that waits for everyone to be answered
  released_by_step    text,
  closed_at           timestamptz,
  unique (tenant_id, case_number)
);

-- What people wrote in the forms of a case, field by field, each time they submitted one.
create table form_submissions (
  id             uuid primary key,
  tenant_id      text not null,
  case_id        text not null references hiring_cases,
  application_id uuid,
  form_key       text not null,
  step           text not null,
  submitted_by   text not null,
  submitted_at   timestamptz not null,
  seq            bigint generated always as identity
);
create index on form_submissions (case_id, form_key);

create table form_answers (
  submission_id uuid not null references form_submissions on delete cascade,
  position      int  not null,
  field_key     text not null,
  label         text not null,
  value         jsonb not null,
  primary key (submission_id, field_key)
);

create table case_participants (
  case_id        text not null references hiring_cases,
  tenant_id      text not null,
  group_id       text not null,
  primary key (case_id, group_id)
);

create table documents (
  id             uuid primary key,
  tenant_id      text not null,
  case_id        text not null references hiring_cases,
  application_id uuid,
  kind           text not null,
  file_name      text not null,
  content_type   text not null,
  size_bytes     bigint not null,
  sha256         text not null,
  content        bytea not null,
  created_at     timestamptz not null
);
create index on documents (case_id);
create index on documents (application_id);

create table vacancies (
  case_id              text primary key references hiring_cases,
  tenant_id            text not null,
  slug                 text not null unique,
  title                text not null,
  workplace            text not null,
  occupational_group   text not null,
  extent_percent       int not null,
  positions            int not null default 1,
  employment_type      text not null,
  introduction         text not null,
  duties               text not null,
  requirements         text not null,
  qualities            text,
  we_offer             text not null,
  about_us             text,
  salary               text not null,
  target_group         text not null,
  contact_name         text not null,
  contact_phone        text not null,
  contact_email        text not null,
  police_certificate   boolean not null default false,
  application_deadline date not null,
  original_deadline    date not null,
  state                text not null check (state in ('DRAFT', 'PUBLISHED', 'CLOSED', 'WITHDRAWN')),
  published_at         timestamptz
);
create index on vacancies (state, application_deadline);

create table publications (
  case_id      text not null references hiring_cases,
  tenant_id    text not null,
  channel      text not null,
  published_at timestamptz not null,
  note         text,
  primary key (case_id, channel)
);

create table applicants (
  id           uuid primary key,
  tenant_id    text not null,
  name         text not null,
  email        text not null,
  phone        text not null,
  birth_year   int not null,
  gender       text not null check (gender in ('FEMALE', 'MALE', 'OTHER')),
  job_title    text not null,
  municipality text not null,
  created_at   timestamptz not null
);

create table applications (
  id                   uuid primary key,
  tenant_id            text not null,
  case_id              text not null references hiring_cases,
  applicant_id         uuid not null references applicants,
  received_at          timestamptz not null,
  letter               text not null,
  education            text not null,
  experience           text not null,
  source               text,
  exemption_reason     text,
  exemption_granted    boolean,
  exemption_assessment text,
  assessment           text check (assessment in ('QUALIFIED', 'MAYBE', 'NOT_QUALIFIED')),
  assessment_reason    text,
  invited              boolean not null default false,
  interviewed_at       timestamptz,
  assessed_at          timestamptz,
  rank                 int,
  outcome              text check (outcome in ('HIRED', 'DECLINED', 'REJECTED', 'WITHDRAWN', 'CANCELLED')),
  answered_at          timestamptz,
  concluded_at         timestamptz,
  withdrawal_reason    text
);
create index on applications (case_id);

-- Secret links: only a hash is kept, the link itself exists in the mail alone.
create table application_links (
  token_hash     text primary key,
  application_id uuid not null references applications on delete cascade,
  created_at     timestamptz not null,
  expires_at     timestamptz not null,
  revoked_at     timestamptz
);
create index on application_links (application_id);

create table applicant_lists (
  case_id     text not null references hiring_cases,
  tenant_id   text not null,
  kind        text not null check (kind in ('PUBLIC', 'EXTENDED')),
  version     int  not null,
  document_id uuid not null references documents,
  created_at  timestamptz not null,
  primary key (case_id, kind, version)
);

create table interview_slots (
  id             uuid primary key,
  tenant_id      text not null,
  case_id        text not null references hiring_cases,
  starts_at      timestamptz not null,
  place          text not null,
  application_id uuid references applications,
  unique (case_id, starts_at)
);
create unique index on interview_slots (application_id);

create table offers (
  id             uuid primary key,
  tenant_id      text not null,
  case_id        text not null references hiring_cases,
  application_id uuid not null references applications,
  state          text not null check (state in ('OPEN', 'ACCEPTED', 'DECLINED', 'LAPSED')),
  salary_nok     int not null,
  extent_percent int not null,
  first_day      date not null,
  terms          text,
  answer_by      date not null,
  sent_at        timestamptz not null,
  answered_at    timestamptz,
  decline_reason text
);
create unique index on offers (case_id) where state in ('OPEN', 'ACCEPTED');

create table contracts (
  id             uuid primary key,
  tenant_id      text not null,
  case_id        text not null references hiring_cases,
  application_id uuid not null references applications,
  version        int not null,
  document_id    uuid not null references documents,
  signed_document_id uuid references documents,
  state          text not null check (state in ('DRAFT', 'SENT', 'SIGNED', 'ABORTED')),
  created_at     timestamptz not null,
  unique (case_id, application_id, version)
);

create table signatures (
  contract_id uuid not null references contracts,
  party       text not null check (party in ('CANDIDATE', 'EMPLOYER')),
  name        text not null,
  method      text not null,
  signed_at   timestamptz not null,
  sha256      text not null,
  primary key (contract_id, party)
);

create table messages (
  id             uuid primary key,
  dedupe_key     text not null unique,
  tenant_id      text not null,
  case_id        text not null references hiring_cases,
  application_id uuid not null references applications on delete cascade,
  code           text not null,
  subject        text not null,
  body_text      text not null,
  created_at     timestamptz not null,
  sent_at        timestamptz,
  failed_at      timestamptz
);
create index on messages (application_id);

create table archive_records (
  external_key   text primary key,
  tenant_id      text not null,
  case_id        text not null references hiring_cases,
  application_id uuid,
  document_code  text not null,
  title          text not null,
  journal_number int not null,
  folder         text not null,
  sha256         text not null,
  archived_at    timestamptz not null,
  unique (case_id, journal_number)
);

-- Effects that leave the database: written in the engine's transaction, carried out by the relay.
create table outbox (
  id             text primary key,
  kind           text not null,
  tenant_id      text not null,
  case_id        text,
  application_id uuid,
  payload        jsonb not null,
  created_at     timestamptz not null,
  next_try_at    timestamptz not null,
  tries          int not null default 0,
  state          text not null default 'NEW' check (state in ('NEW', 'DONE', 'DEAD')),
  last_error     text,
  done_at        timestamptz
);
create index on outbox (next_try_at) where state = 'NEW';

create table audit_log (
  id         bigint generated always as identity primary key,
  tenant_id  text not null,
  case_id    text,
  actor      text not null,
  action     text not null,
  detail     text,
  at         timestamptz not null
);
