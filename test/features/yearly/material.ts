import { readFileSync } from 'node:fs'
import { createInstance } from 'i18next'
import { daysByRule } from '../../../src/db/calendar/days-by-rule.ts'
import { expand } from '../../../src/db/calendar/expand.ts'
import { toRow, type Row } from '../../../src/db/show.ts'
import { stampOf } from '../../../src/db/stamp.ts'
import { makeReport } from '../../../src/features/yearly/sections/make.ts'
import type { Material } from '../../../src/features/yearly/sections/material.ts'
import type { Say } from '../../../src/features/yearly/sections/section.ts'
import { kindOf } from '../../../src/records/kinds.ts'
import { languages, type Language } from '../../../src/shared/language.ts'
import type { Fields } from '../../../src/shared/value.ts'
import type { Translate } from '../../../src/ui/text.ts'

const words = createInstance()
await words.init({
  lng: 'de',
  interpolation: { escapeValue: false },
  resources: Object.fromEntries(
    languages.map((language) => [
      language,
      { translation: JSON.parse(readFileSync(`locales/${language}.json`, 'utf8')) as object },
    ]),
  ),
})

/** The words of a report in a language. */
export const sayIn = (language: Language): Say => ({
  t: words.getFixedT(language) as unknown as Translate,
  language,
})

export type Given = { readonly id: string; readonly kind: string; readonly fields: Fields }

/** A record as the notebook shows it. */
export function rowFrom({ id, kind, fields }: Given): Row {
  const registers = Object.fromEntries(
    Object.entries(fields).map(([field, value]) => [
      field,
      { live: { [stampOf('me', 1)]: { value, time: 1 } }, ahead: [] },
    ]),
  )
  return toRow(id, kind, registers)
}

export const noon = Date.UTC(2026, 10, 26, 12)

type Rest = Partial<
  Omit<Material, 'events' | 'visits' | 'projects' | 'documents' | 'partnerships' | 'towns' | 'people'>
>

/** What a report is made from, where these records are all that there is; at noon on 26 November 2026. */
export function materialOf(given: readonly Given[], rest: Rest = {}): Material {
  const rows = given.map(rowFrom)
  const of = (kind: string): Row[] => rows.filter((row) => row.kind === kind)
  const now = rest.now ?? noon
  return {
    report: { kindOf: 'yearly', from: '2026-01-01', to: '2026-12-31', language: 'de' },
    period: { from: '2026-01-01', to: '2026-12-31' },
    name: 'Freundeskreis',
    controller: '',
    events: of('event'),
    visits: of('visit'),
    projects: of('project'),
    documents: of('document'),
    partnerships: of('partnership'),
    towns: of('town'),
    people: of('person'),
    occurrences: of('event').flatMap((row) =>
      (kindOf('event')?.occasions?.(row.fields) ?? []).flatMap((one) => expand(row.id, one, now, daysByRule)),
    ),
    today: '2026-11-26',
    now,
    ...rest,
  }
}

/** All sections of a report as one text, with their headings. */
export const wholeText = (material: Material, language: Language = 'de'): string =>
  makeReport(material, sayIn(language))
    .map(({ chapter, heading, text }) => [chapter, heading, text].join('\n'))
    .join('\n')

/** The text of one section. */
export const textOfSection = (material: Material, id: string, language: Language = 'de'): string =>
  makeReport(material, sayIn(language)).find((one) => one.id === id)?.text ?? ''

export const event = (id: string, fields: Fields): Given => ({
  id,
  kind: 'event',
  fields: { title: id, time: '18:00', zone: 'Europe/Berlin', ...fields },
})

export const visit = (id: string, fields: Fields): Given => ({
  id,
  kind: 'visit',
  fields: { title: id, type: 'delegation', ...fields },
})

export const project = (id: string, fields: Fields): Given => ({
  id,
  kind: 'project',
  fields: { title: id, ...fields },
})
