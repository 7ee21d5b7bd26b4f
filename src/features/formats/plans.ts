import type { FormatId } from './needs.ts'

/** What can be made of a format. */
export type Make = 'project' | 'event' | 'weekly' | 'monthly'

/** What is made of a format, and when. */
export type Plan = {
  /** Weeks of preparation. */
  readonly lead: number
  /** When its event begins, 'HH:MM', '' for all day; and how many minutes it takes. */
  readonly time: string
  readonly minutes: number
  /** The most fitting first. */
  readonly makes: readonly [Make, ...Make[]]
  /** The type of the event that is made of it. */
  readonly type?: string
  /** For each line of the checklist, how many days before the day it is to be done. */
  readonly days: readonly number[]
}

/** What is made of each format. */
export const plans: { readonly [format in FormatId]: Plan } = {
  stammtisch: {
    lead: 4,
    time: '15:00',
    minutes: 45,
    makes: ['monthly', 'weekly', 'event'],
    days: [28, 21, 14, 10, 7, 1],
    type: 'stammtisch',
  },
  kochen: { lead: 6, time: '16:00', minutes: 120, makes: ['event', 'project'], days: [42, 21, 21, 14, 7, 2] },
  onlinedinner: {
    lead: 4,
    time: '18:00',
    minutes: 90,
    makes: ['event', 'project'],
    days: [28, 21, 14, 10, 5, 1, -3],
    type: 'meeting',
  },
  stadtfuehrung: {
    lead: 8,
    time: '18:00',
    minutes: 60,
    makes: ['project', 'event'],
    days: [56, 49, 42, 28, 14, 10],
  },
  tandem: { lead: 4, time: '17:00', minutes: 60, makes: ['project', 'weekly'], days: [28, 21, 14, 10, 7] },
  briefe: { lead: 6, time: '', minutes: 0, makes: ['project'], days: [42, 35, 28, 21, 14, 0] },
  quiz: { lead: 4, time: '16:00', minutes: 60, makes: ['event', 'project'], days: [28, 21, 14, 14, 3, 1] },
  festakt: {
    lead: 13,
    time: '11:00',
    minutes: 90,
    makes: ['event', 'project'],
    days: [90, 80, 60, 42, 14, 10, 1],
  },
  festwoche: { lead: 6, time: '', minutes: 0, makes: ['project'], days: [42, 35, 28, 21, 14, 7] },
  foto: {
    lead: 8,
    time: '17:00',
    minutes: 120,
    makes: ['project', 'event'],
    days: [56, 49, 42, 42, 21, 14, 3],
  },
  gaming: {
    lead: 10,
    time: '16:00',
    minutes: 180,
    makes: ['event', 'project'],
    days: [70, 56, 42, 28, 14, 7, 2],
  },
  chor: { lead: 10, time: '18:00', minutes: 60, makes: ['project', 'event'], days: [70, 63, 56, 49, 28, 14] },
  lesekreis: {
    lead: 6,
    time: '18:00',
    minutes: 90,
    makes: ['monthly', 'event', 'project'],
    days: [42, 42, 35, 28, 7],
    type: 'stammtisch',
  },
  ideenboerse: {
    lead: 4,
    time: '17:00',
    minutes: 90,
    makes: ['event', 'project'],
    days: [28, 21, 7, 5, 2],
    type: 'ideaExchange',
  },
  fachgespraech: {
    lead: 6,
    time: '10:00',
    minutes: 60,
    makes: ['event', 'project'],
    days: [42, 35, 28, 14, 1],
    type: 'meeting',
  },
  hackathon: {
    lead: 12,
    time: '10:00',
    minutes: 480,
    makes: ['event', 'project'],
    days: [84, 70, 56, 42, 35, 7],
    type: 'workshop',
  },
  rallye: { lead: 8, time: '14:00', minutes: 120, makes: ['event', 'project'], days: [56, 42, 28, 21, 7, 1] },
  empfang: { lead: 8, time: '16:00', minutes: 60, makes: ['event', 'project'], days: [56, 42, 28, 21, 7, 1] },
  gruesse: {
    lead: 6,
    time: '',
    minutes: 0,
    makes: ['project', 'event'],
    days: [42, 35, 35, 14, 5],
    type: 'day',
  },
  steckbrief: { lead: 8, time: '', minutes: 0, makes: ['project'], days: [56, 49, 35, 28, 14, 7] },
  sprechstunde: {
    lead: 2,
    time: '10:00',
    minutes: 120,
    makes: ['weekly', 'event'],
    days: [14, 12, 10, 3],
    type: 'officeHour',
  },
  jahrestreffen: {
    lead: 8,
    time: '17:00',
    minutes: 120,
    makes: ['event', 'project'],
    days: [56, 49, 28, 21, 14, 3],
    type: 'meeting',
  },
}
