import { textOf } from '../records/fields.ts'
import { fold } from '../shared/fold.ts'
import type { Value } from '../shared/value.ts'
import type { Registers } from './merge.ts'
import { toRow, type Row } from './show.ts'
import type { DraftRow, Notebook, VersionsRow } from './tables.ts'

/** A record that has to do with another one: it names it, or says its name in a text. */
export type Mention = {
  readonly row: Row
  readonly versions: VersionsRow
  /** By its id. */
  readonly names: boolean
  /** In a text. */
  readonly tells: boolean
}

/** All that a notebook holds about one record, what lies in the bin included. */
export type Everything = {
  readonly own: Mention
  readonly mentions: readonly Mention[]
  /** Begun and not finished, and naming it. */
  readonly drafts: readonly DraftRow[]
}

/** Names of fewer letters stand in too many texts by chance. */
const leastName = 5

/** All texts of a record, in all their versions, as one. */
const textsIn = (registers: Registers): string =>
  Object.values(registers)
    .flatMap(({ live }) => Object.values(live).map(({ value }): Value => value))
    .map((value) => (typeof value === 'string' ? value : JSON.stringify(value)))
    .join('\n')

const rowFrom = ({ record, kind, registers, heardAt }: VersionsRow): Row =>
  toRow(record, kind, registers, heardAt)

/**
 * Everything that is recorded about a record, in any version, deleted things too; undefined where it isn't here. `calledBy` says what
 * texts are searched for.
 */
export async function everythingAbout(
  notebook: Notebook,
  id: string,
  calledBy: (row: Row) => readonly string[] = ({ label }) => [label],
): Promise<Everything | undefined> {
  const { versions, drafts } = notebook.tables
  const own = await versions.get(id)
  if (!own) return undefined
  const row = rowFrom(own)
  const called = calledBy(row).map((name) => fold(name).trim())
  const known = called.filter(({ length }) => length >= leastName)
  const isTold = (texts: string): boolean => {
    const folded = known.length > 0 ? fold(texts) : ''
    return known.some((name) => folded.includes(name))
  }
  const photo = textOf(row.fields, 'photo')
  const mentions: Mention[] = []
  await versions.each((one) => {
    if (one.record === id || one.kind === 'notebook') return
    const names = one.record === photo || JSON.stringify(one.registers).includes(id)
    const tells = isTold(textsIn(one.registers))
    if (names || tells) mentions.push({ row: rowFrom(one), versions: one, names, tells })
  })
  const begun = await drafts.filter(({ set }) => JSON.stringify(set).includes(id)).toArray()
  return { own: { row, versions: own, names: true, tells: true }, mentions, drafts: begun }
}
