-- What a person has told a candidate because a mail did not arrive: on the phone, in a meeting or by letter.
-- What was said is kept with the form. A final answer that was given here counts as delivered.
create table told_in_person (
  id             uuid primary key,
  tenant_id      text not null,
  case_id        text not null references hiring_cases,
  application_id uuid not null references applications on delete cascade,
  final_answer   boolean not null,
  told_on        date not null,
  told_how       text not null check (told_how in ('phone', 'meeting', 'letter')),
  told_by        text not null,
  recorded_at    timestamptz not null
);
create index on told_in_person (application_id);
