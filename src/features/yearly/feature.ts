import type { Feature } from '../../ui/feature.ts'

export const feature: Feature = {
  name: 'yearly',
  kindKeys: { report: 'yearly.report' },
  doors: [
    { group: 'association', path: '/yearly', picture: 'door-report', titleKey: 'yearly.title', order: 6 },
  ],
  routes: {
    '/yearly': () => import('./list.tsx').then((module) => module.ReportList),
    '/yearly/new': () => import('./begin.tsx').then((module) => module.BeginYearly),
    '/yearly/new/:about': () => import('./begin-funder.tsx').then((module) => module.BeginFunder),
    '/yearly/:id': () => import('./sheet.tsx').then((module) => module.ReportSheet),
    '/yearly/:id/change': () => import('./change.tsx').then((module) => module.ChangeReport),
    '/yearly/:id/missing': () => import('./missing.tsx').then((module) => module.Missing),
    '/yearly/:id/receipts': () => import('./receipts.tsx').then((module) => module.Receipts),
    '/yearly/:id/receipts/:receipt': () => import('./receipt.tsx').then((module) => module.ReceiptForm),
    '/yearly/:id/sections/:section': () => import('./section.tsx').then((module) => module.SectionForm),
  },
  about: () => import('./about.tsx').then((module) => module.ReportsAbout),
  details: () => import('./details.ts'),
}
