import type { Feature, Screen } from '../../ui/feature.ts'

const groups = (): Promise<Screen> => import('./groups.tsx').then((module) => module.Groups)
const form = (): Promise<Screen> => import('./form.tsx').then((module) => module.GroupForm)

export const feature: Feature = {
  name: 'groups',
  kindKeys: { group: 'groups.group' },
  tab: { place: '/people', path: '/groups', titleKey: 'groups.title', order: 2 },
  routes: {
    '/groups': groups,
    '/groups/new': form,
    '/groups/:id': groups,
    '/groups/:id/change': form,
  },
  details: () => import('./details.ts'),
}
