/**
 * Ids and hashes are blobs, keys begin with the space's id. `spaces` counts: n is the last envelope's number, `bytes` all
 * that runs, entries and photos take. Rows with large blobs keep their rowid: inside an index they would be slow.
 */
const first = `
  create table spaces (
    space blob primary key, n integer not null, bytes integer not null, entries integer not null, head blob not null
  ) strict, without rowid;
  create table entries (
    space blob not null, idx integer not null, bytes blob not null, signatures blob not null, at integer not null,
    primary key (space, idx)
  ) strict;
  create table runs (
    space blob not null, last_n integer not null, first_n integer not null, device blob not null,
    first_seq integer not null, last_seq integer not null, last_hash blob not null, log_hash blob not null,
    bytes blob not null, primary key (space, last_n), unique (space, device, last_seq)
  ) strict;
  create table chains (
    space blob not null, device blob not null, seq integer not null, hash blob not null, roster_index integer not null,
    primary key (space, device)
  ) strict, without rowid;
  create table visits (
    space blob not null, device blob not null, at integer not null, primary key (space, device)
  ) strict, without rowid;
  create table pieces (
    space blob not null, photo blob not null, idx integer not null, count integer not null, bytes blob not null,
    primary key (space, photo, idx)
  ) strict;
  create table leftovers (space blob not null, device blob not null, bytes blob not null, primary key (space, device)) strict;
  create table slips (slip blob primary key, space blob not null) strict, without rowid;
  create table challenges (hash blob primary key, expires integer not null) strict, without rowid;
  create table tokens (
    hash blob primary key, space blob not null, id blob not null, slip integer not null, expires integer not null
  ) strict, without rowid;
`

/**
 * Checkpoints, who signed them, and their sealed chunks, which go by their hash. A log begins at its base: `reached` says how far each
 * chain was there, after what a checkpoint covers was dropped.
 */
const second = `
  create table checkpoints (
    space blob not null, id blob not null, maker blob not null, n integer not null, bytes blob not null, at integer not null,
    agreed integer not null, primary key (space, id)
  ) strict;
  create table witnesses (
    space blob not null, id blob not null, device blob not null, signature blob not null,
    primary key (space, id, device)
  ) strict, without rowid;
  create table chunk_uses (
    space blob not null, id blob not null, hash blob not null, primary key (space, id, hash)
  ) strict, without rowid;
  create table chunks (
    space blob not null, hash blob not null, bytes blob not null, at integer not null, primary key (space, hash)
  ) strict;
  create table reached (
    space blob not null, device blob not null, seq integer not null, hash blob not null, primary key (space, device)
  ) strict, without rowid;
  alter table spaces add column base_n integer not null default 0;
  alter table spaces add column base_hash blob not null default x'${'00'.repeat(32)}';
`

/** Checkpoints of before said nothing of what their chunks hold; the log that they covered is still here, and others are made of it. */
const third = `
  update spaces set bytes = bytes - coalesce((select sum(length(bytes)) from chunks where chunks.space = spaces.space), 0);
  delete from checkpoints;
  delete from witnesses;
  delete from chunk_uses;
  delete from chunks;
`

/**
 * The public register: of no space, in the clear. `shown` says whether an entry is there and not hidden; `search` has the folded words of all its texts.
 * Towns are those of the base and those that entries name; `slug` names one in addresses.
 */
const fourth = `
  create table register (
    one integer primary key check (one = 1), n integer not null, mark blob not null, base_hash blob, base_as_of text,
    base_links integer not null
  ) strict;
  insert into register values (1, 0, x'${'00'.repeat(8)}', null, null, 0);
  create table register_marks (n integer primary key, mark blob not null) strict;
  create table register_entries (
    entry blob primary key, publisher blob not null, type text not null, revision integer not null, n integer not null unique,
    at integer not null, hidden text, there integer not null, shown integer not null, seeks integer not null, ends text not null,
    signature blob not null, key blob not null, search text not null, statement text not null
  ) strict;
  create index register_entries_publisher on register_entries (publisher, there);
  create index register_entries_shown on register_entries (shown, n, type, ends, seeks, entry);
  create table register_towns (
    id integer primary key, slug text not null unique, name text not null, folded text not null, country text not null,
    lat real, lon real, population integer not null, wikidata text not null, based integer not null
  ) strict;
  create index register_towns_folded on register_towns (folded, country);
  create index register_towns_country on register_towns (country, folded);
  create table register_entry_towns (
    entry blob not null, at integer not null, town integer not null, primary key (entry, at)
  ) strict, without rowid;
  create index register_entry_towns_town on register_entry_towns (town);
  create table register_links (
    a integer not null, b integer not null, since integer not null, primary key (a, b)
  ) strict, without rowid;
  create index register_links_b on register_links (b);
  create table register_bases (hash blob primary key, bytes blob not null, gzip blob not null, brotli blob not null) strict;
  create table register_reports (
    id integer primary key, entry blob not null, text text not null, mail text not null, at integer not null
  ) strict;
  create index register_reports_entry on register_reports (entry);
`

/**
 * Towns are told from one another by where they lie and by the list of places, not by their names alone, and found by the words of their
 * names in both spellings.
 */
const fifth = `
  alter table register_towns add column place text not null default '';
  alter table register_towns add column search text not null default '';
  update register_towns set search = ' ' || folded;
  create index register_towns_place on register_towns (place);
  create index register_towns_lat on register_towns (lat);
`

/** What makes the tables of each version out of those of the one before; `user_version` says how many a file has had. */
export const steps = [first, second, third, fourth, fifth] as const
