-- What a channel shows of the advert: a fingerprint, or nothing when it is not there.
alter table publications
  add column shown      text,
  add column changed_at timestamptz;
