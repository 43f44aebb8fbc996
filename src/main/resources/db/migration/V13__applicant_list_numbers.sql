-- The numbers of each version, so that they can be shown and counted without opening the document.
-- Versions made before this have them in the document only.
alter table applicant_lists
  add column applicants int not null default 0,
  add column women      int not null default 0,
  add column men        int not null default 0,
  add column others     int not null default 0;
