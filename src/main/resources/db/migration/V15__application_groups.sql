-- One sending to several positions: an application each, tied together until one of them is deleted.
create table application_groups (
  id         uuid primary key,
  tenant_id  text not null,
  -- how many positions were wished for; stays when an application is deleted
  wishes     int not null check (wishes > 1),
  created_at timestamptz not null
);

alter table applications
  add column group_id uuid references application_groups,
  add column wish int check (wish > 0),
  add constraint applications_wish_in_group check ((group_id is null) = (wish is null)),
  add constraint applications_one_per_wish unique (group_id, wish);
