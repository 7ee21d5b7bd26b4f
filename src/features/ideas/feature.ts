import type { Feature, Screen } from '../../ui/feature.ts'

const form = (): Promise<Screen> => import('./form.tsx').then((module) => module.IdeaForm)

export const feature: Feature = {
  name: 'ideas',
  under: '/projects',
  kindKeys: { idea: 'ideas.idea' },
  routes: {
    '/ideas': () => import('./board.tsx').then((module) => module.Board),
    '/ideas/new': form,
    '/ideas/:id': () => import('./page.tsx').then((module) => module.IdeaPage),
    '/ideas/:id/change': form,
    '/ideas/:id/agreed': () => import('./agreed.tsx').then((module) => module.AgreedForm),
    '/ideas/:id/send': () => import('./send.tsx').then((module) => module.SendIdea),
    '/ideas/:id/print': () => import('./print.tsx').then((module) => module.IdeaOnPaper),
  },
  about: () => import('./about.tsx').then((module) => module.IdeasAbout),
  details: () => import('./details.ts'),
}
