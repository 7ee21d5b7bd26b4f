/** What both machines allow, in bytes unless said otherwise. Checked before anything is parsed. */
export const limits = {
  /** Envelopes in one run, so that one signature never stands for more. */
  runCount: 500,
  /** One envelope: header, hash and ciphertext. */
  envelope: 64 * 1024,
  /** One run on the wire, and what one pull brings at most, rounded up to a whole run. */
  run: 2 * 1024 * 1024,
  /** A change as JSON, after inflating. `save` refuses more than 48 KiB; the numbers of its stamps come later. */
  change: 64 * 1024,
  /** Stamps that one field of a change may replace. */
  over: 64,
  /** Parts of one body (`readParts`): a page of the shortest runs has half as many. */
  parts: 16 * 1024,
  /** A roster entry: one that removes somebody brings a key for each of the devices and slips that stay. */
  entry: 80 * 1024,
  /** What one answer brings of a roster, rounded up to a whole entry. */
  entries: 512 * 1024,
  /** One that heals a fork: it brings the entries of the other branch along. */
  heal: 256 * 1024,
  /** Entries of a branch that are healed at once, and heals among them: each of them is worked out from the beginning. */
  branch: 500,
  branchHeals: 8,
  /** Records that one entry erases. */
  erased: 200,
  /** A sealed name. */
  name: 256,
  box: 4 * 1024,
  photoChunk: 1024 * 1024,
  /** One sealed chunk of a checkpoint, and what it inflates to. */
  chunk: 2 * 1024 * 1024,
  chunkText: 8 * 1024 * 1024,
  /** Chunks of one checkpoint, and what says so: by far the most are the devices' reach. */
  chunks: 2000,
  statement: 704 * 1024,
  photo: 8 * 1024 * 1024,
  /** Devices of a space, without those that left: else whoever lets tablets come and go would close it for the others. */
  devices: 200,
  /** Devices and slips that a space may ever have had. */
  spaceDevices: 2000,
  /** Slips of a space that may still be used. */
  slips: 50,
  /** Days that a slip may be good for by the exchange's clock: the invitation's 14 and one for clocks that differ. */
  slipDays: 15,
  /** Days that the log which a checkpoint covers is kept besides: an exchange that is set back by less loses nothing. */
  coveredDays: 30,
} as const
