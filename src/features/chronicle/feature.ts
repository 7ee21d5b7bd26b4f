import type { Feature, Screen } from '../../ui/feature.ts'

const form = (): Promise<Screen> => import('./form.tsx').then((module) => module.DocumentForm)

export const feature: Feature = {
  name: 'chronicle',
  under: '/projects',
  kindKeys: { document: 'chronicle.document' },
  doors: [
    {
      group: 'association',
      path: '/chronicle',
      picture: 'door-report',
      titleKey: 'chronicle.title',
      order: 4,
    },
  ],
  routes: {
    '/chronicle': () => import('./list.tsx').then((module) => module.Chronicle),
    '/chronicle/new': form,
    '/chronicle/new/:about': form,
    '/chronicle/:id': () => import('./page.tsx').then((module) => module.DocumentPage),
    '/chronicle/:id/change': form,
  },
  about: () => import('./about.tsx').then((module) => module.DocumentsAbout),
  details: () => import('./details.ts'),
}
