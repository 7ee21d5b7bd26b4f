import type { Feature, Screen } from '../../ui/feature.ts'

const form = (): Promise<Screen> => import('./publish/form.tsx').then((module) => module.PublicationForm)

export const feature: Feature = {
  name: 'register',
  kindKeys: { publication: 'register.publication' },
  doors: [
    {
      group: 'association',
      path: '/register',
      picture: 'door-register',
      titleKey: 'register.title',
      order: 8,
    },
  ],
  routes: {
    '/register': () => import('./list.tsx').then((module) => module.RegisterScreen),
    '/register/published': () => import('./publish/list.tsx').then((module) => module.Published),
    '/register/experience': form,
    '/register/advice': form,
    '/register/new/:about': form,
    '/register/entry/:entry': () => import('./entry.tsx').then((module) => module.EntryPage),
    '/register/report/:entry': () => import('./report.tsx').then((module) => module.ReportEntry),
    '/register/town/:country/:name/:point': () => import('./town.tsx').then((module) => module.PublicTown),
    '/register/:id': () => import('./publish/page.tsx').then((module) => module.PublicationPage),
    '/register/:id/change': form,
    '/register/:id/publish': () => import('./publish/confirm.tsx').then((module) => module.Confirm),
  },
  about: () => import('./about.tsx').then((module) => module.RegisterAbout),
  details: () => import('./details.ts'),
}
