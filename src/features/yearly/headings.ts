import type { TextKey, Translate } from '../../ui/text.ts'

const keys: { readonly [section: string]: TextKey } = {
  association: 'yearly.section.association',
  overview: 'yearly.section.overview',
  events: 'yearly.section.events',
  visits: 'yearly.section.visits',
  figures: 'yearly.section.figures',
  projects: 'yearly.section.projects',
  owed: 'yearly.section.owed',
  money: 'yearly.section.money',
  anniversaries: 'yearly.section.anniversaries',
  wishes: 'yearly.section.wishes',
  project: 'yearly.section.project',
  planned: 'yearly.section.planned',
  happened: 'yearly.section.happened',
  receipts: 'yearly.section.receipts',
  outcome: 'yearly.section.outcome',
}

/** What a section is called by its id alone; those of partner towns ("events-<mark>") without their town. */
export function headingOf(section: string, t: Translate): string {
  const key = keys[section.split('-')[0] ?? '']
  return key ? t(key) : ''
}
