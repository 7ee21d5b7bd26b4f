import type { Feature, Screen } from '../../ui/feature.ts'

const contactsIn = (): Promise<Screen> => import('./contacts-in.tsx').then((module) => module.ContactsIn)

export const feature: Feature = {
  name: 'imports',
  doors: [
    {
      group: 'association',
      path: '/contacts-in',
      picture: 'door-contacts-in',
      titleKey: 'imports.title',
      order: 10,
    },
  ],
  // The steps have addresses of their own, so that Back leads from one to the one before.
  routes: { '/contacts-in': contactsIn, '/contacts-in/:step': contactsIn },
  details: () => import('./details.ts'),
}
