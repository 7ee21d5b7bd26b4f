import type { Feature } from '../../ui/feature.ts'

export const feature: Feature = {
  name: 'events',
  kindKeys: { event: 'events.event' },
  place: { path: '/events', icon: 'calendar-days', titleKey: 'events.title', order: 3 },
  routes: {},
}
