import type { Feature } from '../../ui/feature.ts'

export const feature: Feature = {
  name: 'room',
  doors: [{ group: 'tablet', path: '/room', picture: 'full', titleKey: 'room.title', order: 25 }],
  routes: { '/room': () => import('./room.ts').then((module) => module.RoomPage) },
  reminder: { at: 'roomAt', load: () => import('./room.ts').then((module) => module.RoomReminder) },
}
