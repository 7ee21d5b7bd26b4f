import type { Feature } from '../../ui/feature.ts'

export const feature: Feature = {
  name: 'formats',
  under: '/projects',
  doors: [
    { group: 'association', path: '/formats', picture: 'door-ideas', titleKey: 'formats.title', order: 3 },
  ],
  routes: {
    '/formats': () => import('./list.tsx').then((module) => module.FormatList),
    '/formats/find': () => import('./wishes.tsx').then((module) => module.WishesPage),
    '/formats/:id': () => import('./format.tsx').then((module) => module.FormatPage),
    '/formats/:id/print': () => import('./sheet.tsx').then((module) => module.FormatSheet),
    '/formats/:id/for/:about/:anniversary': () =>
      import('./celebration.tsx').then((module) => module.CelebrationPlan),
  },
  about: () => import('./about.tsx').then((module) => module.FormatAbout),
  details: () => import('./details.ts'),
}
