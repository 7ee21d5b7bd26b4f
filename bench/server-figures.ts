import { DatabaseSync } from 'node:sqlite'

/** What the file of Ponte's server says of itself. */
export type ServerFigures = {
  /** Bytes of its pages that hold something; the others are free and are written next. */
  readonly used: number
  /** Bytes of all its pages. */
  readonly whole: number
  /** Where the log of its only notebook begins, and how many envelopes are behind that. */
  readonly keptFrom: number
  readonly kept: number
}

/** Looks into the file of a server that may be running, as of its last transaction. */
export function readFigures(file: string): ServerFigures {
  const database = new DatabaseSync(file, { readOnly: true })
  try {
    const number = (sql: string): number => Number(Object.values(database.prepare(sql).get() ?? {})[0])
    const [size, pages, free] = ['page_size', 'page_count', 'freelist_count'].map((name) =>
      number(`pragma ${name}`),
    ) as [number, number, number]
    const keptFrom = number('select base_n from spaces')
    return {
      used: size * (pages - free),
      whole: size * pages,
      keptFrom,
      kept: number('select n from spaces') - keptFrom,
    }
  } finally {
    database.close()
  }
}
