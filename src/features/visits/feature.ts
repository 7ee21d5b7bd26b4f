import type { Feature } from '../../ui/feature.ts'

export const feature: Feature = {
  name: 'visits',
  under: '/projects',
  kindKeys: { visit: 'visits.visit' },
  startButtons: [{ path: '/visits/new', icon: 'users', titleKey: 'visits.write', order: 0 }],
  routes: {},
}
