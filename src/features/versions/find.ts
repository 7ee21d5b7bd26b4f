import { readSettings } from '../../db/device.ts'
import { listAbout, rowOf, rowsOf } from '../../db/find.ts'
import { useLive } from '../../db/live.ts'
import { useOpen, type Open } from '../../db/notebook.ts'
import { twiceFilled, type TwiceFilled } from '../../db/settle.ts'
import type { Row } from '../../db/show.ts'
import { readStamp } from '../../db/stamp.ts'
import { nameOfDevice, personCalled } from '../../db/who.ts'
import { fold } from '../../shared/fold.ts'
import type { Value } from '../../shared/value.ts'

/** Whose a version is, as far as this notebook knows; the person in it who is called so. */
export type Writer = { readonly isMe: boolean; readonly name: string; readonly person: Row | undefined }

export type TwiceRecord = {
  readonly row: Row
  readonly fields: readonly TwiceFilled[]
  /** By the stamp of the first version that holds a value. */
  readonly writers: ReadonlyMap<string, Writer>
  /** What the records are called that fields or values name. */
  readonly names: ReadonlyMap<string, string>
}

/** By these a photo's bytes are opened: nobody reads them. */
const unread: readonly string[] = ['key', 'pieces']

/** What is shown on the page of what it is about, and has none for its versions. */
const parts: readonly string[] = ['hosting', 'photo']

async function writerOf({ notebook, device }: Open, stamp: string): Promise<Writer> {
  const { myName } = await readSettings(device)
  const { device: by, seq } = readStamp(stamp)
  // What is unsent was written here, whatever this device was called then.
  const isHere = by === notebook.me || seq <= 0
  const name = isHere ? myName : await nameOfDevice(notebook, by)
  const isMe = isHere || (name !== '' && fold(name).trim() === fold(myName).trim())
  return { isMe, name, person: await personCalled(notebook, name) }
}

const idsIn = (value: Value): string[] => (typeof value === 'string' ? [value] : [])

async function describe(open: Open, row: Row): Promise<TwiceRecord> {
  const twice = await twiceFilled(open.notebook, row.id)
  const fields = twice.filter(({ field }) => row.kind !== 'photo' || !unread.includes(field))
  const stamps = fields.flatMap(({ values }) => values.flatMap(({ stamps: [first] }) => first ?? []))
  const ids = fields.flatMap(({ field, values }) => [
    ...field.split('/').slice(1),
    ...values.flatMap(({ value }) => idsIn(value)),
  ])
  const [writers, named] = await Promise.all([
    Promise.all(
      [...new Set(stamps)].map(async (stamp): Promise<[string, Writer]> => [
        stamp,
        await writerOf(open, stamp),
      ]),
    ),
    rowsOf(open.notebook, [...new Set(ids)]),
  ])
  return { row, fields, writers: new Map(writers), names: new Map(named.map((one) => [one.id, one.label])) }
}

async function findTwice(open: Open, id: string): Promise<TwiceRecord[]> {
  const [row, about] = await Promise.all([rowOf(open.notebook, id), listAbout(open.notebook, id)])
  const rows = [...(row ? [row] : []), ...about.filter((one) => parts.includes(one.kind))]
  return Promise.all(rows.filter((one) => one.twice.length > 0).map((one) => describe(open, one)))
}

/** The record with its parts, as far as fields of theirs hold two versions; undefined until it is known. */
export function useTwice(id: string): TwiceRecord[] | undefined {
  const open = useOpen()
  return useLive(() => findTwice(open, id), [open, id])
}
