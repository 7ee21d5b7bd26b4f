import { listAbout, rowOf } from '../../../src/db/find.ts'
import { save } from '../../../src/db/save.ts'
import type { Row } from '../../../src/db/show.ts'
import type { Notebook } from '../../../src/db/tables.ts'
import { newId } from '../../../src/shared/ids.ts'
import type { Fields } from '../../../src/shared/value.ts'

/** Adds a record and returns its row. */
export async function add(notebook: Notebook, kind: string, set: Fields): Promise<Row> {
  const record = newId()
  await save(notebook, [{ record, kind, set, over: {} }])
  return (await rowOf(notebook, record)) as Row
}

export const again = async (notebook: Notebook, { id }: Row): Promise<Row> =>
  (await rowOf(notebook, id)) as Row

export const aboutOf = async (notebook: Notebook, id: string, kind: string): Promise<Row[]> =>
  (await listAbout(notebook, id)).filter((row) => row.kind === kind)

/** A sheet to which everything is answered. */
export const whole = {
  title: 'Kochen über die Grenze',
  goal: 'Familien lernen einander kennen.',
  town: 'Pécs',
  partners: 'Chor von Pécs',
  audience: 'Acht Familien',
  way: 'online',
  place: 'Jede Küche',
  date: '2027-03-06',
  otherDate: '2027-03-13',
  languages: 'Deutsch, Ungarisch',
  steps: 'Helga Brandt: Rezept aussuchen\nLink schicken\nFrau Nagy: dolmetschen',
  cost: 40_000,
  ownShare: 10_050,
  currency: 'EUR',
  funder: 'Bezirksamt',
  applyBy: '2027-01-31',
  risks: 'Ohne Internet telefonieren wir.',
  consent: 'Fotos nur mit Erlaubnis.',
  success: 'Im Herbst kochen wir wieder.',
  state: 'agreed',
  author: 'Renate Vogel',
  language: 'de',
  writtenAt: '2026-11-20T10:00:00.000Z',
}
