import type { Feature, Screen } from '../../ui/feature.ts'

const invite = (): Promise<Screen> => import('./invite.tsx').then((module) => module.Invite)

export const feature: Feature = {
  name: 'meetings',
  under: '/events',
  routes: {
    '/events/:id/invite': invite,
    '/events/:id/dates/:day/invite': invite,
    '/events/:id/minutes/:occasion': () => import('./minutes.tsx').then((module) => module.Minutes),
    '/events/:id/slots': () => import('./offer.tsx').then((module) => module.OfferSlots),
  },
  details: () => import('./details.ts'),
}
