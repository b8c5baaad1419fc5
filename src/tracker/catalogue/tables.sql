-- Whole tables, and what the chosen claims refer to, in DuckDB's SQL with bound $values; the slots are those of
-- queries.sql.

-- Every document and every event, with the columns of a selection of them.
-- name: documents_all
with met as (
  select c.document_id, count(distinct c.observation_id) as n_observations
  from cited as c
  group by c.document_id)
select d.*, coalesce(met.n_observations, 0) as n_observations
from published as d left join met on met.document_id = d.document_id
order by d.published_on desc nulls last, d.document_id;

-- name: events_all
select e.* from events as e order by e.date, e.event_id;

-- name: organisations
select t.* from organisations as t order by t.organisation_id;

-- name: indicators
select t.* from indicators as t order by t.indicator_id;

-- name: places
select t.* from places as t order by t.place_id;

-- name: crises
select t.* from crises as t order by t.crisis_id;

-- name: headlines
select t.* from headlines as t order by t.crisis_id, t.position, t.indicator_id;

-- The indicators that a crisis is known by, first things first.
-- name: headline_indicators
select i.*, h.position
from headlines as h join indicators as i on i.indicator_id = h.indicator_id
where h.crisis_id = $crisis_id
order by h.position, h.indicator_id;

-- name: caveats
select t.* from caveats as t order by t.claimant_id, t.caveat_id;

-- What the chosen claims refer to, of each table that stands apart from claims: organisations claimed or published them,
-- places come with every place that holds them, headlines and caveats with what they are of.
-- name: organisations_of
with chosen as (select o.observation_id, o.claimant_id from claimed as o where {where})
select t.* from organisations as t
where t.organisation_id in (select claimant_id from chosen)
  or t.organisation_id in (select c.publisher_id from cited as c
    where {known} and {carried} and c.observation_id in (select observation_id from chosen))
order by t.organisation_id;

-- name: indicators_of
select t.* from indicators as t
where t.indicator_id in (select o.indicator_id from claimed as o where {where}) order by t.indicator_id;

-- name: places_of
select t.* from places as t
where t.place_id in (select a.ancestor_id from place_ancestors as a
  where a.place_id in (select o.place_id from claimed as o where {where}))
order by t.place_id;

-- name: crises_of
select t.* from crises as t
where t.crisis_id in (select o.crisis_id from claimed as o where {where}) order by t.crisis_id;

-- name: headlines_of
select t.* from headlines as t
where exists (select 1 from claimed as o
  where o.crisis_id = t.crisis_id and o.indicator_id = t.indicator_id and {where})
order by t.crisis_id, t.position, t.indicator_id;

-- name: caveats_of
select t.* from caveats as t
where exists (select 1 from claimed as o
  where o.claimant_id = t.claimant_id and coalesce(t.basis, o.basis) = o.basis
    and coalesce(t.crisis_id, o.crisis_id) = o.crisis_id and {where})
order by t.claimant_id, t.caveat_id;

-- Everything that the chosen claims are, refer to or are carried by, by kind.
-- name: mentioned
with chosen as (select o.* from claimed as o where {where}),
met as (select c.* from cited as c where {known} and c.observation_id in (select observation_id from chosen))
select 'claim' as kind, observation_id as id from chosen
union
select 'crisis', crisis_id from chosen
union
select 'indicator', indicator_id from chosen
union
select 'place', a.ancestor_id from chosen join place_ancestors as a on a.place_id = chosen.place_id
union
select 'organisation', claimant_id from chosen where claimant_id is not null
union
select 'organisation', publisher_id from met where publisher_id is not null
union
select 'document', document_id from met
order by kind, id;

-- The day on which the newest row was entered; blank where there is none.
-- name: newest_entry
select cast(max(v.recorded_on) as date) as day from observations as v;
