import type { Feature, Screen } from '../../ui/feature.ts'

const form = (): Promise<Screen> => import('./form.tsx').then((module) => module.TownForm)

export const feature: Feature = {
  name: 'towns',
  kindKeys: { town: 'towns.town' },
  tab: { place: '/people', path: '/towns', titleKey: 'towns.short', order: 3 },
  doors: [{ group: 'association', path: '/towns', picture: 'door-towns', titleKey: 'towns.title', order: 1 }],
  routes: {
    '/towns': () => import('./list.tsx').then((module) => module.TownList),
    '/towns/new': form,
    '/towns/others': () => import('./others.tsx').then((module) => module.OtherLinks),
    '/towns/print': () => import('./print.tsx').then((module) => module.TownsOnPaper),
    '/towns/:id': () => import('./page.tsx').then((module) => module.TownPage),
    '/towns/:id/all': () => import('./all.tsx').then((module) => module.AllWithTown),
    '/towns/:id/change': form,
  },
  details: () => import('./details.ts'),
}
