import type { Feature } from '../../ui/feature.ts'

export const feature: Feature = {
  name: 'retention',
  routes: {
    '/privacy': () => import('./paper.tsx').then((module) => module.PrivacyPaper),
    '/privacy/change': () => import('./form.tsx').then((module) => module.RetentionForm),
    '/privacy/due': () => import('./due.tsx').then((module) => module.DueList),
  },
  doors: [
    {
      group: 'association',
      path: '/privacy',
      picture: 'door-report',
      titleKey: 'retention.title',
      order: 10,
    },
  ],
  details: () => import('./details.ts'),
}
