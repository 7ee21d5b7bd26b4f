import type { Feature, Screen } from '../../ui/feature.ts'

const projects = (): Promise<Screen> => import('./projects.tsx').then((module) => module.Projects)
const form = (): Promise<Screen> => import('./form.tsx').then((module) => module.ProjectForm)
const state = (): Promise<Screen> => import('./state.tsx').then((module) => module.StateForm)

export const feature: Feature = {
  name: 'projects',
  kindKeys: { project: 'projects.project' },
  place: { path: '/projects', icon: 'folder', titleKey: 'projects.title', order: 4 },
  doors: [
    {
      group: 'association',
      path: '/projects/owed',
      picture: 'waiting',
      titleKey: 'projects.owed.title',
      order: 5,
    },
  ],
  routes: {
    '/projects': projects,
    '/projects/new': form,
    '/projects/owed': () => import('./owed.tsx').then((module) => module.Owed),
    '/projects/owed/print': () => import('./owed-sheet.tsx').then((module) => module.OwedSheet),
    '/projects/:id': projects,
    '/projects/:id/change': form,
    '/projects/:id/state': state,
  },
  about: () => import('./about.tsx').then((module) => module.ProjectsAbout),
  details: () => import('./details.ts'),
}
