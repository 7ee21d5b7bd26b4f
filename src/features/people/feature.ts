import type { Feature, Screen } from '../../ui/feature.ts'

const contacts = (): Promise<Screen> => import('./contacts.tsx').then((module) => module.Contacts)
const form = (): Promise<Screen> => import('./form.tsx').then((module) => module.PersonForm)
const hosting = (): Promise<Screen> => import('./hosting-form.tsx').then((module) => module.HostingForm)
const members = (): Promise<Screen> => import('./print-members.tsx').then((module) => module.MembersToPrint)
const phones = (): Promise<Screen> => import('./print-phones.tsx').then((module) => module.PhonesToPrint)

export const feature: Feature = {
  name: 'people',
  kindKeys: { person: 'people.person', hosting: 'people.hosting' },
  place: { path: '/people', icon: 'book-user', titleKey: 'people.contacts', order: 2 },
  tab: { place: '/people', path: '/people', titleKey: 'people.people', order: 1 },
  routes: {
    '/people': contacts,
    '/people/new': form,
    '/people/new/:group': form,
    '/people/print': members,
    '/people/print/phones': phones,
    '/people/:id': contacts,
    '/people/:id/change': form,
    '/people/:id/hosting': hosting,
  },
  details: () => import('./details.ts'),
}
