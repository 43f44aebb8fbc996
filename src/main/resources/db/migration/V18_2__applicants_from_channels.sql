-- How many applied who came from the channel. Not who.
alter table publications add column applicants int not null default 0;
