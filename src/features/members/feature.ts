import type { Feature, Screen } from '../../ui/feature.ts'

const members = (): Promise<Screen> => import('./members.tsx').then((module) => module.Members)
const invitation = (): Promise<Screen> => import('./invitation.tsx').then((module) => module.InvitationShown)

export const feature: Feature = {
  name: 'members',
  doors: [
    { group: 'association', path: '/members', picture: 'door-groups', titleKey: 'members.title', order: 9 },
    {
      group: 'tablet',
      path: '/notebooks',
      picture: 'empty-notes',
      titleKey: 'members.notebooks.title',
      order: 25,
    },
  ],
  routes: {
    '/members': members,
    '/members/share': () => import('./share.tsx').then((module) => module.Share),
    '/members/invite': () => import('./invite.tsx').then((module) => module.Invite),
    '/members/invite/:slip': invitation,
    '/members/card/:slip': () => import('./card.tsx').then((module) => module.Card),
    '/members/device/:device': () => import('./raise.tsx').then((module) => module.Raise),
    '/members/name': () => import('./rename.tsx').then((module) => module.Rename),
    '/members/leave': () => import('./leave.tsx').then((module) => module.Leave),
    // A search or the news may lead here: the notebook's name is a record too.
    '/members/:id': members,
    '/notebooks': () => import('./notebooks.tsx').then((module) => module.Notebooks),
    '/notebooks/new': () => import('./begin.tsx').then((module) => module.Begin),
    '/notebooks/remove/:space': () => import('./remove.tsx').then((module) => module.Remove),
  },
}
