import type { Feature, Screen } from '../../ui/feature.ts'

const form = (): Promise<Screen> => import('./form.tsx').then((module) => module.StepForm)

const print = (): Promise<Screen> => import('./print.tsx').then((module) => module.StepsOnPaper)

export const feature: Feature = {
  name: 'steps',
  under: '/projects',
  kindKeys: { step: 'steps.step' },
  doors: [{ group: 'association', path: '/steps', picture: 'door-list', titleKey: 'steps.title', order: 2 }],
  routes: {
    '/steps': () => import('./list.tsx').then((module) => module.StepList),
    '/steps/print': print,
    '/steps/:about/print': print,
    '/steps/new': form,
    '/steps/new/:about': form,
    '/steps/:id': () => import('./page.tsx').then((module) => module.StepPage),
    '/steps/:id/change': form,
    '/today': () => import('./today/page.tsx').then((module) => module.TodayPage),
  },
  onStart: { order: -1, load: () => import('./today/card.tsx').then((module) => module.TodayCard) },
  about: () => import('./about.tsx').then((module) => module.StepsAbout),
  details: () => import('./details.ts'),
}
