-- The SHA-256 of the record's arkivmelding.xml, which holds those of its documents. Null for records from before it was kept.
alter table archive_records add message_sha256 text;
