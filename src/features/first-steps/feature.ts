import type { Feature } from '../../ui/feature.ts'

export const feature: Feature = {
  name: 'first-steps',
  doors: [
    {
      group: 'tablet',
      path: '/first-steps',
      picture: 'door-first-steps',
      titleKey: 'first-steps.title',
      order: 0,
    },
  ],
  routes: {
    '/first-steps': () => import('./list.tsx').then((module) => module.FirstSteps),
    '/first-steps/print': () => import('./print.tsx').then((module) => module.PrintFirstSteps),
    '/first-steps/:card': () => import('./card.tsx').then((module) => module.FirstStep),
    '/first-steps/:card/print': () => import('./print.tsx').then((module) => module.PrintFirstStep),
  },
}
