-- How the tables are laid out for reading. {slots} become columns that exist once per language.

-- Each place with every place that holds it, itself included; `union` drops repeats, so a circle of parents ends.
create table place_ancestors as
with recursive up(place_id, ancestor_id) as (
  select place_id, place_id from places
  union
  select place_id, place_id from observations
  union
  select up.place_id, p.parent_id from up join places as p on p.place_id = up.ancestor_id
  where p.parent_id is not null)
select place_id, ancestor_id from up where place_id is not null order by ancestor_id, place_id;

create table published as
select d.*, {publisher}, g.kind as publisher_kind, coalesce(g.is_conflict_party, false) as is_conflict_party
from documents as d
left join organisations as g on g.organisation_id = d.publisher_id
order by d.document_id;

create table cited as
select c.*, d.title, d.url, d.archive_url, d.published_on, d.published_on_basis, d.language, d.kind,
  d.publisher_id, {publisher}, d.published_on as known_on
from citations as c
left join documents as d on d.document_id = c.document_id
left join organisations as g on g.organisation_id = d.publisher_id
order by c.observation_id, c.citation_id;

-- What the claimant says of all such figures goes with each of them.
create table warned as
select o.observation_id, {told}
from observations as o
join caveats as v on v.claimant_id = o.claimant_id
  and (v.basis is null or v.basis = o.basis) and (v.crisis_id is null or v.crisis_id = o.crisis_id)
left join indicators as i on i.indicator_id = o.indicator_id
where v.outcome is null or v.outcome = i.outcome
group by o.observation_id;

-- A claim is known from the day it was said, else from the first day that a document printed it.
create table claimed as
select o.* replace (coalesce(o.is_circulating, false) as is_circulating),
  coalesce(o.said_on, printed.first_on) as known_on,
  case when o.said_on is not null then 'said' when printed.first_on is not null then 'published' else '' end
    as known_on_basis,
  {indicator_label}, i.unit as indicator_unit, {place_name}, {crisis_title}, {claimant},
  coalesce(g.is_conflict_party, false) as is_conflict_party, {caveat}
from observations as o
left join (select observation_id, min(known_on) as first_on from cited group by observation_id) as printed
  on printed.observation_id = o.observation_id
left join warned on warned.observation_id = o.observation_id
left join indicators as i on i.indicator_id = o.indicator_id
left join places as p on p.place_id = o.place_id
left join crises as k on k.crisis_id = o.crisis_id
left join organisations as g on g.organisation_id = o.claimant_id
order by o.indicator_id, o.place_id, o.period_end, o.observation_id;

create table searchable as
select o.observation_id,
  lower(concat_ws(' ', o.observation_id, o.indicator_id, o.population, o.scope_note, o.note, {names}, p.aliases,
    g.aliases)) as names
from observations as o
left join indicators as i on i.indicator_id = o.indicator_id
left join places as p on p.place_id = o.place_id
left join crises as k on k.crisis_id = o.crisis_id
left join organisations as g on g.organisation_id = o.claimant_id
order by o.observation_id;
