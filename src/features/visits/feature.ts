import type { Feature, Screen } from '../../ui/feature.ts'

const ask = (): Promise<Screen> => import('./ask.tsx').then((module) => module.AskScreen)

export const feature: Feature = {
  name: 'visits',
  under: '/projects',
  kindKeys: { visit: 'visits.visit' },
  doors: [{ group: 'association', path: '/visits', picture: 'coffee', titleKey: 'visits.title', order: 2 }],
  startButtons: [{ path: '/visits/new', icon: 'users', titleKey: 'visits.write', order: 0 }],
  routes: {
    '/visits': () => import('./list.tsx').then((module) => module.VisitList),
    '/visits/new': ask,
    '/visits/new/:about': ask,
    '/visits/:id': () => import('./visit.tsx').then((module) => module.VisitPage),
    '/visits/:id/ask/:step': ask,
    '/visits/:id/change': () => import('./form.tsx').then((module) => module.VisitForm),
    '/visits/:id/print': () => import('./report.tsx').then((module) => module.VisitReport),
  },
  onStart: { order: 0, load: () => import('./on-start.tsx').then((module) => module.UnfinishedOnStart) },
  about: () => import('./about.tsx').then((module) => module.VisitsAbout),
  details: () => import('./details.ts'),
}
