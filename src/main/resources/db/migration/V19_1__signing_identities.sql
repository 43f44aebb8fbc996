-- National identity numbers of those who shall sign, encrypted, until the contract is sent to the service that needs them.
create table signing_identities (
  application_id uuid not null references applications on delete cascade,
  party          text not null check (party in ('CANDIDATE', 'EMPLOYER')),
  sealed         bytea not null,
  kept_at        timestamptz not null,
  primary key (application_id, party)
);
