import type { Feature, Screen } from '../../ui/feature.ts'

const form = (): Promise<Screen> => import('./form.tsx').then((module) => module.PartnershipForm)

export const feature: Feature = {
  name: 'partnerships',
  under: '/people',
  kindKeys: { partnership: 'partnerships.partnership' },
  routes: {
    '/partnerships/new': form,
    '/partnerships/new/:town': form,
    '/partnerships/:id': () => import('./page.tsx').then((module) => module.PartnershipPage),
    '/partnerships/:id/change': form,
    '/partnerships/:id/print': () => import('./print.tsx').then((module) => module.PartnershipOnPaper),
  },
  about: () => import('./about.tsx').then((module) => module.PartnershipsAbout),
  details: () => import('./details.ts'),
}
