import type { Feature } from '../../ui/feature.ts'

export const feature: Feature = {
  name: 'settings',
  doors: [
    { group: 'tablet', path: '/display', picture: 'door-text', titleKey: 'settings.display', order: 30 },
    {
      group: 'tablet',
      path: '/language',
      picture: 'door-language',
      titleKey: 'settings.language',
      order: 40,
    },
    { group: 'tablet', path: '/helper', picture: 'door-help', titleKey: 'settings.helper', order: 50 },
  ],
  routes: {
    '/display': () => import('./display.tsx').then((module) => module.DisplayScreen),
    '/language': () => import('./language.tsx').then((module) => module.LanguageScreen),
    '/helper': () => import('./helper.tsx').then((module) => module.HelperScreen),
  },
}
