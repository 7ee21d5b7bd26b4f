import type { Feature } from '../../ui/feature.ts'

export const feature: Feature = {
  name: 'anniversaries',
  under: '/events',
  routes: {
    '/anniversaries': () => import('./list.tsx').then((module) => module.AnniversaryList),
    '/anniversaries/print': () => import('./print.tsx').then((module) => module.PrintAnniversaries),
    '/anniversaries/:id/:anniversary': () => import('./page.tsx').then((module) => module.AnniversaryPage),
    '/anniversaries/:id/:anniversary/change': () =>
      import('./form.tsx').then((module) => module.CelebrationForm),
  },
  about: () => import('./about.tsx').then((module) => module.AnniversariesAbout),
  details: () => import('./details.ts'),
}
