import type { Feature } from '../../ui/feature.ts'

export const feature: Feature = {
  name: 'funding',
  under: '/projects',
  doors: [
    { group: 'association', path: '/funding', picture: 'door-funding', titleKey: 'funding.title', order: 6 },
  ],
  routes: {
    '/funding': () => import('./list.tsx').then((module) => module.Funding),
    '/funding/:programme': () => import('./page.tsx').then((module) => module.ProgrammePage),
    '/funding/:programme/remind': () => import('./remind.tsx').then((module) => module.Remind),
  },
  details: () => import('./details.ts'),
}
