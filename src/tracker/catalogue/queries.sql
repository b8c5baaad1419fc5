-- Every selection of rows, in DuckDB's SQL with bound $values. Tables are those that database.py builds:
--   claimed          the newest revision of each observation, with known_on and the names of what it refers to
--   cited            the newest revision of each citation, with its document and publisher; known_on is its publication
--   place_ancestors  each place with every place that holds it, itself included
--   searchable       the names of each claim in lower case
--   and the tables as declared, newest revisions only.
-- {where} is the filter's condition on `o`, {where -place} leaves one choice out, {known} hides citations that were not
-- known on the filter's day, {carried} hides those of publishers and documents that were not chosen, {order} is the order
-- asked for, {part x} puts in the part of that name.

-- part: enriched
  counted as (
    select c.observation_id,
      count(*) as n_citations,
      count(distinct c.publisher_id) as n_publishers,
      sum(case when c.attribution = 'none' then 1 else 0 end) as n_unattributed,
      sum(case when c.role = 'denial' then 1 else 0 end) as n_denials
    from cited as c
    where {known} and c.observation_id in (select observation_id from chosen)
    group by c.observation_id),
  -- The words shown are the claimant's own where they are kept, else the earliest that print the figure as recorded; of
  -- several of one day, those in English. A citation of unknown date may carry them only where none is old enough.
  voiced as (
    select c.observation_id, c.wording, c.language as wording_language, c.document_id,
      row_number() over (
        partition by c.observation_id
        order by case when cast($as_of as date) is not null and c.known_on is null then 1 else 0 end,
          case c.role when 'origin' then 0 when 'echo' then 1 else 2 end,
          case when c.wording is null then 1 else 0 end,
          case when c.qualifier is null then 0 else 1 end,
          c.known_on nulls last, case c.language when 'en' then 0 else 1 end, c.citation_id) as nth
    from cited as c
    where ({known} or c.known_on is null) and c.observation_id in (select observation_id from chosen)),
  -- Of several that revise a claim, one that takes it back goes first, and of those the newest: what was corrected once
  -- stays corrected, also when an update of a later day, which takes nothing back, names it again.
  superseding as (
    select o.revises, o.observation_id as superseded_by, o.change as superseded_change,
      row_number() over (
        partition by o.revises
        order by
          case when o.change in ('basis_change', 'method_change')
            or (o.change = 'update' and not coalesce(o.period_end = c.period_end, false)) then 1 else 0 end,
          o.known_on desc nulls last, o.period_end desc nulls last, o.observation_id desc) as nth
    from claimed as o join chosen as c on c.observation_id = o.revises
    where o.observation_id <> o.revises
      and (cast($as_of as date) is null or o.known_on <= cast($as_of as date))),
  enriched as (
    select chosen.*, voiced.wording, voiced.wording_language, voiced.document_id,
      coalesce(counted.n_citations, 0) as n_citations,
      coalesce(counted.n_publishers, 0) as n_publishers,
      cast(coalesce(counted.n_unattributed, 0) as bigint) as n_unattributed,
      cast(coalesce(counted.n_denials, 0) as bigint) as n_denials,
      superseding.superseded_by, superseding.superseded_change
    from chosen
    left join counted on counted.observation_id = chosen.observation_id
    left join voiced on voiced.observation_id = chosen.observation_id and voiced.nth = 1
    left join superseding on superseding.revises = chosen.observation_id and superseding.nth = 1)
;

-- name: claims
with chosen as (select o.* from claimed as o where {where}),
{part enriched}
select o.* from enriched as o order by {order};

-- name: chosen
select o.* from claimed as o where {where};

-- name: page
with chosen as (select o.* from claimed as o where {where} order by {order} limit $limit offset $offset),
{part enriched}
select o.* from enriched as o order by {order};

-- name: latest_by_claimant
with ranked as (
  select o.*,
    row_number() over (
      partition by o.indicator_id, o.claimant_id, o.place_id
      order by o.period_end desc nulls last, o.known_on desc nulls last, o.observation_id desc) as nth
  from claimed as o where {where}),
chosen as (select o.* from claimed as o where o.observation_id in (select observation_id from ranked where nth = 1)),
{part enriched}
select o.* from enriched as o order by {order};

-- Those of whom a claim is dated come first, then those with more claims.
-- name: claimants
select o.claimant_id, count(*) as n, bool_or(o.period_start is not null or o.period_end is not null) as is_dated
from claimed as o where {where} and o.claimant_id is not null
group by o.claimant_id order by is_dated desc, n desc, o.claimant_id;

-- name: count
select count(*) as n from claimed as o where {where};

-- name: extent
with chosen as materialized (
  select observation_id, claimant_id, period_start, period_end, known_on from claimed as o where {where}),
told as (
  select count(*) as n, count(distinct claimant_id) as n_claimants,
    min(coalesce(period_start, period_end, known_on)) as first_day,
    max(coalesce(period_end, period_start, known_on)) as last_day, max(known_on) as last_known_on
  from chosen),
met as (
  select count(distinct document_id) as n_documents, count(distinct publisher_id) as n_publishers
  from cited as c where {known} and c.observation_id in (select observation_id from chosen))
select n, n_claimants, n_documents, n_publishers, first_day, last_day, last_known_on from told, met;

-- name: facets
select 'indicator' as facet, o.indicator_id as key, count(*) as n
from claimed as o where {where -indicator} group by o.indicator_id
union all
select 'claimant' as facet, coalesce(o.claimant_id, 'unattributed') as key, count(*) as n
from claimed as o where {where -claimant} group by coalesce(o.claimant_id, 'unattributed')
union all
select 'place' as facet, a.ancestor_id as key, count(*) as n
from claimed as o join place_ancestors as a on a.place_id = o.place_id
where {where -place} group by a.ancestor_id
union all
select 'publisher' as facet, c.publisher_id as key, count(distinct c.observation_id) as n
from cited as c join claimed as o on o.observation_id = c.observation_id
where {known} and c.publisher_id is not null and {where -publisher} group by c.publisher_id
union all
select 'measure' as facet, o.measure as key, count(*) as n
from claimed as o where {where -measure} group by o.measure
union all
select 'qualifier' as facet, o.qualifier as key, count(*) as n
from claimed as o where {where -qualifier} group by o.qualifier
union all
select 'basis' as facet, o.basis as key, count(*) as n
from claimed as o where o.basis is not null and {where -basis} group by o.basis
union all
select 'crisis' as facet, o.crisis_id as key, count(*) as n
from claimed as o where {where -crisis} group by o.crisis_id
union all
-- A claim counts in every year that its period touches, as `since` and `until` keep it.
select 'year' as facet, cast(touched.year as varchar) as key, count(*) as n
from claimed as o, unnest(range(
  extract(year from coalesce(o.period_start, o.period_end, o.known_on)),
  extract(year from coalesce(o.period_end, o.period_start, o.known_on)) + 1)) as touched(year)
where {where -since -until} group by touched.year
order by facet, n desc, key;

-- name: citations
select c.* from cited as c
where {known} and c.observation_id in (select o.observation_id from claimed as o where {where})
order by case c.role when 'origin' then 0 else 1 end, c.known_on nulls last, c.citation_id;

-- name: citations_page
select c.* from cited as c
where {known} and {carried} and c.observation_id in (select o.observation_id from claimed as o where {where})
order by {order} limit $limit offset $offset;

-- name: citations_count
select count(*) as n from cited as c
where {known} and {carried} and c.observation_id in (select o.observation_id from claimed as o where {where});

-- What publishers repeated: the citations in their documents of claims that are not their own.
-- part: repeats
from cited as c join claimed as o on o.observation_id = c.observation_id
where {known} and {carried} and {where} and o.claimant_id is distinct from c.publisher_id
;

-- name: repeated
select c.* {part repeats} order by c.published_on desc nulls last, c.citation_id limit $limit;

-- name: repeated_count
select count(*) as n {part repeats};

-- What the record cannot say, with each claim concerned; n counts the claim itself or, of attribution, its documents.
-- name: unknowns
with chosen as (select o.* from claimed as o where {where})
select 'day' as unknown, observation_id, 1 as n from chosen where known_on is null
union all
select 'claimant' as unknown, observation_id, 1 as n from chosen where claimant_id is null and not is_circulating
union all
select 'circulating' as unknown, observation_id, 1 as n from chosen where is_circulating
union all
select 'attribution' as unknown, c.observation_id, count(*) as n
from cited as c join chosen on chosen.observation_id = c.observation_id
where {known} and c.attribution = 'none' group by c.observation_id
order by unknown, n desc, observation_id;

-- name: known_by_month
select cast(date_trunc('month', o.known_on) as date) as month, count(*) as n
from claimed as o where o.known_on is not null and {where} group by 1 order by 1;

-- name: documents
with met as (
  select c.document_id, count(distinct c.observation_id) as n_observations
  from cited as c
  where {known} and c.observation_id in (select o.observation_id from claimed as o where {where})
  group by c.document_id)
select d.*, met.n_observations
from published as d join met on met.document_id = d.document_id
order by d.published_on desc nulls last, d.document_id;

-- A change in how a claimant counts stands only on the charts of what it counted before and after.
-- name: events
with chosen as (select o.crisis_id, o.indicator_id from claimed as o where {where})
select e.* from events as e
where e.crisis_id in (select crisis_id from chosen)
  and (e.indicator_id is null or exists (select 1 from chosen as o
    where o.crisis_id = e.crisis_id and o.indicator_id in (e.indicator_id, e.next_indicator_id)))
  and (cast($since as date) is null or e.date >= cast($since as date))
  and (cast($until as date) is null or e.date <= cast($until as date))
  and (cast($as_of as date) is null or e.date <= cast($as_of as date))
order by e.date, e.event_id;

-- name: observations
select v.* from observations as v
where v.observation_id in (select o.observation_id from claimed as o where {where})
order by v.observation_id;
