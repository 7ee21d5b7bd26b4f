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

/** What makes the tables of each version out of those of the one before; `user_version` says how many a file has had. */
export const steps = [first, second, third] as const
