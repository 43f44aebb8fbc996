-- What an archive outside ours has answered about a record. A record without a row is to stay in the folder.
create table archive_receipts (
  external_key text primary key references archive_records on delete cascade,
  adapter      text not null,
  state        text not null check (state in ('WAITING', 'RECEIVED', 'REFUSED')),
  attempt      int  not null,
  number       text,
  problem      text,
  changed_at   timestamptz not null,
  check ((state = 'RECEIVED') = (number is not null))
);
