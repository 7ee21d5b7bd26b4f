import type { Feature, Screen } from '../../ui/feature.ts'

const rooms = (): Promise<Screen> => import('./rooms.tsx').then((module) => module.Rooms)

export const feature: Feature = {
  name: 'members',
  doors: [
    { group: 'association', path: '/members', picture: 'door-groups', titleKey: 'members.title', order: 9 },
  ],
  routes: {
    '/members': rooms,
    // Also the notebook's own record, to which the news may lead.
    '/members/:page': rooms,
    '/members/:page/:id': rooms,
  },
}
