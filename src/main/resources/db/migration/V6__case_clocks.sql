-- One row per case: when it came where the durations of hirings are measured from and to. No person is named here.
create table case_clocks (
  case_id                 text primary key references hiring_cases,
  tenant_id               text not null,
  need_reported_at        timestamptz not null,
  approved_at             timestamptz,
  advert_published_at     timestamptz,
  application_deadline_at timestamptz,
  -- the hired applicant's
  application_received_at timestamptz,
  signed_at               timestamptz,
  first_day_at            timestamptz,
  probation_completed_at  timestamptz
);
create index on case_clocks (tenant_id);

insert into case_clocks
select c.id, c.tenant_id, c.reported_at,
       max(m.reached_at) filter (where m.milestone = 'POSITION_APPROVED'),
       max(m.reached_at) filter (where m.milestone = 'ADVERT_PUBLISHED'),
       max(m.reached_at) filter (where m.milestone = 'APPLICATION_DEADLINE'),
       (select min(a.received_at) from applications a where a.case_id = c.id and a.outcome = 'HIRED'),
       max(m.reached_at) filter (where m.milestone = 'CONTRACT_SIGNED'),
       max(m.reached_at) filter (where m.milestone = 'FIRST_DAY'),
       max(m.reached_at) filter (where m.milestone = 'PROBATION_COMPLETED')
from hiring_cases c
left join reached_milestones m on m.case_id = c.id
group by c.id;
