import type { Feature } from '../../ui/feature.ts'

export const feature: Feature = {
  name: 'room',
  doors: [{ group: 'tablet', path: '/room', picture: 'full', titleKey: 'room.title', order: 25 }],
  routes: { '/room': () => import('./page.tsx').then((module) => module.RoomPage) },
  reminder: {
    at: 'roomAt',
    load: () => import('./reminder.tsx').then((module) => module.RoomReminder),
  },
}
