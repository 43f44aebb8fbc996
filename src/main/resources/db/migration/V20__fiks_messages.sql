-- What was sent to an archive over Fiks IO. Answers refer to the id, and may come late, twice or in any order.
create table fiks_messages (
  message_id   uuid primary key,
  external_key text not null references archive_records on delete cascade,
  attempt      int  not null,
  purpose      text not null check (purpose in ('CREATE', 'FIND')),
  sent_at      timestamptz not null
);
create index fiks_messages_of_record on fiks_messages (external_key);
