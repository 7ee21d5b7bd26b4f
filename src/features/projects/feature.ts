import type { Feature } from '../../ui/feature.ts'

export const feature: Feature = {
  name: 'projects',
  kindKeys: { project: 'projects.project' },
  place: { path: '/projects', icon: 'folder', titleKey: 'projects.title', order: 4 },
  routes: {},
}
