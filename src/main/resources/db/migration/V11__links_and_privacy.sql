-- Secret links: only a hash is kept, the link itself exists in the mail alone. What a link opens is named by its purpose
-- and an id; a row says nothing about a person or a municipality and therefore has no tenant.
create table secret_links (
  token_hash text primary key,
  purpose    text not null check (purpose in ('APPLICATION', 'DRAFT', 'SURVEY', 'POOL')),
  subject    uuid not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz
);
create index on secret_links (subject, purpose);

insert into secret_links (token_hash, purpose, subject, created_at, expires_at, revoked_at)
select token_hash, 'APPLICATION', application_id, created_at, expires_at, revoked_at from application_links;

drop table application_links;

-- The keys that files are encrypted with. Only what they are called: the keys themselves lie in a file.
create table document_keys (
  key_id        bigint primary key,
  first_seen_at timestamptz not null
);

-- null: not encrypted yet
alter table documents add column key_id bigint references document_keys;
create index on documents (id) where key_id is null;

-- whoever has lost a link is found by the address
create index on applicants (lower(email));

-- What is deleted from the working copies. The rows stay as shells with ids, dates and outcomes.
alter table applications add column erase_requested_at timestamptz, add column erased_at timestamptz;
alter table hiring_cases add column papers_erased_at timestamptz;

-- The report of what was deleted: numbers and kinds only.
create table erasures (
  tenant_id text not null,
  day       date not null,
  kind      text not null,
  number    int  not null,
  primary key (tenant_id, day, kind)
);
