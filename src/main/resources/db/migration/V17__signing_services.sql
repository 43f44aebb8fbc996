-- A signer may refuse, or the service give up: then HR decides what happens.
alter table contracts drop constraint contracts_state_check;
alter table contracts
  add constraint contracts_state_check check (state in ('DRAFT', 'SENT', 'SIGNED', 'ABORTED', 'STOPPED')),
  -- who signed when and how; archived with the signed contract
  add column evidence_document_id uuid references documents,
  add column stop_kind text,
  -- what the signer wrote
  add column stop_reason text;

-- Which service signs a contract.
create table signing_jobs (
  contract_id uuid primary key references contracts on delete cascade,
  service     text not null,
  job_id      text not null,
  started_at  timestamptz not null,
  unique (service, job_id)
);

-- Contracts that wait for signatures already are signed as they would have been.
insert into signing_jobs (contract_id, service, job_id, started_at)
select id, 'local', id::text, created_at from contracts where state = 'SENT';

-- What the services have told, so that nothing is done twice. No personal data.
create table signing_events (
  service         text not null,
  job_id          text not null,
  kind            text not null,
  party           text not null,
  since           timestamptz not null,
  ack_handle      text not null,
  seen_at         timestamptz not null,
  acknowledged_at timestamptz,
  primary key (service, job_id, kind, party, since)
);

-- The document with the signatures given here so far, or as scanned.
create table own_signing_documents (
  contract_id uuid primary key references contracts on delete cascade,
  document_id uuid not null references documents
);

-- The code by which a candidate confirms a signature; encrypted, and deleted when it is used.
create table signing_codes (
  contract_id uuid primary key references contracts on delete cascade,
  sealed      bytea,
  sent_at     timestamptz not null,
  wrong       int not null default 0,
  hour_began  timestamptz not null,
  in_hour     int not null
);
