import type { Feature } from '../../ui/feature.ts'

export const feature: Feature = {
  name: 'room',
  doors: [{ group: 'tablet', path: '/room', picture: 'full', titleKey: 'room.title', order: 20 }],
  routes: { '/room': () => import('./room.ts').then((module) => module.RoomPage) },
  reminder: { load: () => import('./room.ts').then((module) => module.RoomReminder), at: 'roomAt' },
}
