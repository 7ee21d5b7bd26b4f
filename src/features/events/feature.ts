import type { Feature, Screen } from '../../ui/feature.ts'

const events = (): Promise<Screen> => import('./events.tsx').then((module) => module.Events)
const form = (): Promise<Screen> => import('./form.tsx').then((module) => module.EventForm)

export const feature: Feature = {
  name: 'events',
  kindKeys: { event: 'events.event' },
  place: { path: '/events', icon: 'calendar-days', titleKey: 'events.title', order: 3 },
  routes: {
    '/events': events,
    '/events/new': form,
    '/events/print': () => import('./print-list.tsx').then((module) => module.PrintEvents),
    '/events/new/:about': form,
    '/events/:id': events,
    '/events/:id/change': form,
    '/events/:id/print': () => import('./print.tsx').then((module) => module.PrintEvent),
    '/events/:id/call-off': () => import('./call-off.tsx').then((module) => module.CallOff),
    '/events/:id/figures/:occasion': () => import('./figures-form.tsx').then((module) => module.FiguresForm),
    '/events/:id/dates/:day': events,
    '/events/:id/dates/:day/move': () => import('./move.tsx').then((module) => module.MoveDate),
  },
  onStart: { order: -2, load: () => import('./next.tsx').then((module) => module.NextEvent) },
  about: () => import('./about.tsx').then((module) => module.EventsAbout),
  details: () => import('./details.ts'),
}
