import type { Feature, Screen } from '../../ui/feature.ts'

const form = (): Promise<Screen> => import('./form.tsx').then((module) => module.TermForm)

export const feature: Feature = {
  name: 'glossary',
  kindKeys: { term: 'glossary.term' },
  routes: {
    '/glossary': () => import('./list.tsx').then((module) => module.Glossary),
    '/glossary/new': form,
    '/glossary/:id': () => import('./page.tsx').then((module) => module.TermPage),
    '/glossary/:id/change': form,
  },
  details: () => import('./details.ts'),
}
