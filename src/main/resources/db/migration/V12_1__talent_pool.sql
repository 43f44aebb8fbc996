-- People who have agreed to be told of vacancies. Without a confirmed address and a consent that holds, nobody sees them.
create table pool_members (
  id                uuid primary key,
  -- the municipality that writes to them about the membership itself
  tenant_id         text not null,
  name              text not null,
  email             text not null,
  competence        text not null,
  language          text not null default 'nb' check (language in ('nb', 'nn')),
  -- which wording they agreed to, and when
  consent_version   text not null,
  consented_at      timestamptz not null,
  confirmed_at      timestamptz,
  -- last day the consent holds
  consent_until     date,
  -- the last day that they have been asked about
  renewal_asked_for date,
  created_at        timestamptz not null,
  check ((confirmed_at is null) = (consent_until is null))
);
create unique index on pool_members (lower(email));

-- What they want to hear of: an occupational group in a municipality.
create table pool_interests (
  member_id          uuid not null references pool_members on delete cascade,
  tenant_id          text not null,
  occupational_group text not null,
  primary key (member_id, tenant_id, occupational_group)
);
create index on pool_interests (tenant_id, occupational_group);

-- Who was told of which vacancy, at most once.
create table pool_notices (
  id         uuid primary key,
  tenant_id  text not null,
  member_id  uuid not null references pool_members on delete cascade,
  case_id    text not null references hiring_cases,
  reason     text not null check (reason in ('MATCH', 'INVITED')),
  created_at timestamptz not null,
  unique (member_id, case_id)
);
