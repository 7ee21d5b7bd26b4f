import type { Feature } from '../../ui/feature.ts'

export const feature: Feature = {
  name: 'chronicle',
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
  routes: {},
}
