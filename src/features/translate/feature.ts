import type { Feature } from '../../ui/feature.ts'

export const feature: Feature = {
  name: 'translate',
  doors: [
    {
      group: 'association',
      path: '/translate',
      picture: 'door-language',
      titleKey: 'translate.title',
      order: 8,
    },
  ],
  routes: {
    '/translate': () => import('./list.tsx').then((module) => module.TranslateList),
    '/translate/languages': () => import('./languages.tsx').then((module) => module.Languages),
    '/translate/:id/:language': () => import('./form.tsx').then((module) => module.TranslateForm),
  },
  details: () => import('./details.ts'),
}
