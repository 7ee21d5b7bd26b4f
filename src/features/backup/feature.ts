import type { Feature } from '../../ui/feature.ts'

export const feature: Feature = {
  name: 'backup',
  doors: [{ group: 'tablet', path: '/backup', picture: 'door-backup', titleKey: 'backup.title', order: 20 }],
  routes: { '/backup': () => import('./screen.tsx').then((module) => module.BackupScreen) },
  reminder: { load: () => import('./reminder.tsx').then((module) => module.Reminder), at: 'remindAt' },
}
