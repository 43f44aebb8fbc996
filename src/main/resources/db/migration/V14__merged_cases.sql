alter table hiring_cases add column merged_into text references hiring_cases;
