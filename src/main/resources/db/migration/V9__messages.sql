-- The written form of Norwegian that messages to the candidate keep to.
alter table applications add column language text not null default 'nb' check (language in ('nb', 'nn'));

-- That a message of the catalogue went to somebody who has no application: a draft, a survey invitation, a member of the
-- pool. What it said is written when the mail leaves and kept nowhere.
create table direct_messages (
  id         uuid primary key,
  dedupe_key text not null unique,
  tenant_id  text not null,
  kind       text not null,
  subject_id uuid not null,
  code       text not null,
  created_at timestamptz not null,
  sent_at    timestamptz,
  failed_at  timestamptz
);
create index on direct_messages (kind, subject_id);

-- What is private is not marked in the text any more: the whole mail tells only that there is a message.
update messages set body_text = replace(replace(body_text, '{{bareSide}}', ''), '{{sluttBareSide}}', '');

-- Messages of the same moment are shown in the order they were written.
alter table messages add column seq bigint generated always as identity;

-- What a message brings for the candidate's calendar (RFC 5545).
alter table messages add column calendar_method text;
alter table messages add column calendar_content text;

-- The interview as the candidate's calendar knows it.
create table interview_invitations (
  application_id uuid primary key references applications on delete cascade,
  tenant_id      text not null,
  sequence       int  not null,
  starts_at      timestamptz not null,
  place          text not null,
  cancelled      boolean not null default false
);

-- Texts that municipalities have written themselves. The narrowest layer holds, and in each layer the newest version;
-- a version without text went back to the wider layer. Which version a message was written with is kept with the message;
-- where none is named, it was the common text.
create table message_texts (
  id         uuid primary key,
  tenant_id  text not null,
  layer      text not null check (layer in ('REGION', 'MUNICIPALITY', 'CASE')),
  place      text not null,
  code       text not null,
  language   text not null check (language in ('nb', 'nn')),
  version    int  not null,
  subject    text,
  body       text,
  written_by text not null,
  written_at timestamptz not null,
  unique (code, language, layer, place, version)
);
alter table messages add column text_id uuid references message_texts;
