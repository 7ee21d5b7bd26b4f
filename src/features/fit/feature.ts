import type { Feature, Screen } from '../../ui/feature.ts'

const screen = (): Promise<Screen> => import('./screen.tsx').then((module) => module.FitScreen)

export const feature: Feature = {
  name: 'fit',
  doors: [{ group: 'association', path: '/fit', picture: 'card-together', titleKey: 'fit.title', order: 8 }],
  routes: { '/fit': screen, '/fit/:town': screen },
  about: () => import('./about.tsx').then((module) => module.FitAbout),
}
